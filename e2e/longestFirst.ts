/** Which file goes first: the long ones, so that two cores end at about the same time. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const longest = [
  'larsOtherWays',
  'kills',
  'canary',
  'keys',
  'lars',
  'child',
  'axeCase',
  'driver',
  'axeStart',
  'moveHere',
  'coldStart',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return place < 0 ? longest.length : place;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
