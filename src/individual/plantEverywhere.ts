/** For the canary test: a word of its own in every text of a tree. */

/** Coded values and what points at other things: they carry no words of anybody. */
const coded = new Set([
  ...['kind', 'every', 'authority', 'status', 'call', 'reply', 'mandate', 'attendance', 'leads'],
  ...['writes', 'audience', 'coordinationNeed', 'existingSip', 'unclear', 'soundsGood', 'saysYes'],
  ...[
    'id',
    'participantId',
    'subgoalId',
    'longTermGoalId',
    'writeId',
    'item',
    'field',
    'noticedBy',
  ],
  ...[
    'type',
    'which',
    'answer',
    'form',
    'role',
    'line',
    'state',
    'part',
    'phase',
    'leader',
    'seenBy',
  ],
  ...['halted', 'way', 'device', 'caseId', 'ground', 'meetingId'],
]);

export interface Planted<T> {
  readonly value: T;
  readonly canaries: ReadonlyMap<string, string>;
}

/** The same tree with a canary in the place of each text. Dates and times become others that are valid. */
export const plantEverywhere = <T>(tree: T, root: string): Planted<T> => {
  const canaries = new Map<string, string>();
  const plant = (path: string, text: string): string => {
    const count = canaries.size + 1;
    const canary = /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? `20${30 + Math.floor(count / 27)}-03-${String((count % 27) + 1).padStart(2, '0')}`
      : /^\d{2}:\d{2}$/.test(text)
        ? text
        : `Kanarie${String(count).padStart(4, '0')}`;
    if (canary !== text) canaries.set(path, canary);
    return canary;
  };
  const walk = (node: unknown, path: string, key: string): unknown => {
    if (typeof node === 'string') return coded.has(key) ? node : plant(path, node);
    if (Array.isArray(node)) {
      return node.map((each, index) => walk(each, `${path}.${index}`, key));
    }
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, each]) => {
        const inside = name === 'value' || name === 'both' ? key : name;
        return [name, walk(each, `${path}.${name}`, inside)];
      }),
    );
  };
  return { value: walk(tree, root, '') as T, canaries };
};
