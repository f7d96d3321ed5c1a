import { type Field, listOf } from './fields.ts';

const version: Field<number> = {
  write: (to, value) => to.number(value, 1),
  read: (from) => from.number(1),
};

const list = listOf(version, { countBytes: 1, least: 1, most: 255 });

const isRising = (versions: readonly number[]): boolean =>
  versions.every((each, index) => index === 0 || each > (versions[index - 1] ?? 0));

/** Which versions of the wire are served: one at least, rising. */
export const versionList: Field<readonly number[]> = {
  write: (to, versions) => {
    if (!isRising(versions)) to.refuse();
    list.write(to, versions);
  },
  read: (from) => {
    const versions = list.read(from);
    if (!isRising(versions)) from.refuse();
    return versions;
  },
};
