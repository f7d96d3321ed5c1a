import { describe, expect, it } from 'vitest';
import { pictureNames } from '../../../ui/Picture/pictureNames.ts';
import { barn } from '../../circles/barn.ts';
import { childScreens } from '../../circles/childScreens.ts';
import { childPicture } from './childPicture.ts';

const screens = (['front', 'back'] as const).flatMap((side) =>
  childScreens(barn, side).map(({ part, id }) => [`${part}.${id}`, part, id] as const),
);

describe('the child’s circle', () => {
  it.each(screens)('has a picture for each screen: %s', (_, part, id) => {
    const pictures = childPicture(part, id);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictureNames).toEqual(expect.arrayContaining([...pictures]));
  });

  it('has the shape of the part for what it does not know', () => {
    expect(childPicture('behov', 'nytt')).toEqual([]);
  });
});
