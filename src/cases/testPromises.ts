import { selectCard } from '../process/caseCard.ts';
import type { Deed, Network } from './testNetworkState.ts';
import type { Reading } from './testReading.ts';

/** What is wrong with what came of a schedule, in words; empty when every promise held. For tests only. */
export const brokenPromises = (network: Network): readonly string[] => {
  const { acknowledged, perhaps, removed, takenBack, readings } = network;
  const broken = new Set<string>(network.broken);
  const claim = (holds: boolean, words: string): void => {
    if (!holds) broken.add(words);
  };
  const [first] = readings;
  if (first === undefined) return ['nobody reads'];
  const looks = readings.map(lookOf);
  for (const look of looks) {
    for (const [part, words] of Object.entries(look)) {
      claim(words === looks[0]?.[part as keyof Look], `two readers read another ${part}`);
    }
  }

  const done = [...acknowledged, ...perhaps];
  const replaced = new Set(done.filter(({ kind }) => kind === 'value').flatMap(({ saw }) => saw));
  const mayBeGone = (deed: Deed): boolean =>
    (deed.kind === 'value' && replaced.has(deed.name)) ||
    (deed.kind === 'row' && removed.has(deed.name)) ||
    (deed.kind !== 'fact' && takenBack.has(deed.name)) ||
    // Written after somebody removed something elsewhere: it lies apart on the device that wrote it.
    (deed.epoch < network.epoch &&
      deed.device.past.some((past) => namesOf(past, deed.kind).includes(deed.name)));
  for (const reading of readings) {
    for (const deed of acknowledged) {
      claim(
        namesOf(reading, deed.kind).includes(deed.name) || mayBeGone(deed),
        `a saved ${deed.kind} is lost`,
      );
    }
    for (const kind of ['letter', 'row', 'fact'] as const) {
      const names = namesOf(reading, kind);
      claim(new Set(names).size === names.length, `a ${kind} is there twice`);
    }
    for (const name of removed) claim(!reading.rows.includes(name), 'something removed came back');
    claim(reading.state.missingRecords.length === 0, 'something is still missing');
    claim(
      reading.state.setAsideRecords.every(({ device }) => device === null),
      'something was set aside',
    );
    claim(reading.state.plan.setAside === 0, 'a row is set aside');
    claim(
      reading.state.versions.every(({ sound }) => sound),
      'a version is not sound',
    );
    claim(
      consentHolds(reading, acknowledged, network),
      'a withdrawal that nobody had seen does not hold',
    );
  }
  return [...broken];
};

type Look = Readonly<
  Record<'plan' | 'facts' | 'meeting' | 'consent' | 'versions' | 'after' | 'card', string>
>;

const lookOf = ({ state, facts }: Reading): Look => ({
  plan: JSON.stringify(state.plan),
  facts: JSON.stringify(facts),
  meeting: JSON.stringify(state.meeting),
  consent: JSON.stringify(state.consent),
  versions: JSON.stringify(state.versions),
  after: JSON.stringify(state.after),
  card: JSON.stringify(selectCard(state)),
});

const namesOf = (reading: Reading, kind: Deed['kind']): readonly string[] =>
  ({ value: reading.values, letter: reading.letters, row: reading.rows, fact: reading.facts })[
    kind
  ];

/** Of the answers that no other had seen, the narrowest holds, or one that is narrower still. */
const consentHolds = (
  reading: Reading,
  acknowledged: readonly Deed[],
  network: Network,
): boolean => {
  const here = new Set(reading.facts);
  const answers = [...acknowledged, ...network.perhaps].filter(
    ({ consent, name }) => consent !== undefined && here.has(name),
  );
  if (answers.length === 0) return true;
  const seen = new Set(answers.flatMap(({ saw }) => saw));
  const narrowest = Math.min(
    ...answers.filter(({ name }) => !seen.has(name)).map(({ consent }) => consent ?? 3),
  );
  const { answer, withdrawn } = reading.state.consent.make;
  const rank = withdrawn ? 0 : answer === 'no' ? 1 : 3;
  return rank <= narrowest;
};
