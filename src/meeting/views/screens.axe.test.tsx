// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { addIntervention, addOwnAction, addSubgoal } from '../../plan/commands/addRows.ts';
import { must } from '../../plan/testing.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { cleanup, openScreen, resizeTo, type TestScreenInput, tap, type } from './testScreen.tsx';

afterEach(async () => {
  cleanup();
  await resizeTo(1180, 820);
});

const written: TestScreenInput['before'] = (doc, ctx) => {
  const subgoalId = must(addSubgoal(doc, ctx, { text: 'Sova sex timmar per natt' }));
  must(addIntervention(doc, ctx, { text: 'Samtal', subgoalId }));
  must(addOwnAction(doc, ctx, { text: 'Gå ut', subgoalId }));
};

type State = readonly [string, () => Promise<void>];

const states: readonly State[] = [
  ['before the meeting', async () => void openScreen()],
  ['the consent card', async () => void openScreen({ part: 1, share: false })],
  ...[1, 2, 3, 4, 5].flatMap((part): readonly State[] => [
    [`Leda, part ${part}`, async () => void openScreen({ part, before: written })],
    [
      `Skriva, part ${part}`,
      async () => {
        openScreen({ part, before: written });
        await tap('Skriva', 'tab');
      },
    ],
  ]),
  [
    'an intervention being written',
    async () => {
      openScreen({ part: 3, before: written });
      await type('Skriv en rad', 'Boendestöd');
      await tap('Insats');
      await tap('Fler uppgifter');
    },
  ],
  [
    'a pause',
    async () => {
      openScreen({ part: 2 });
      await tap('Ta paus');
    },
  ],
  [
    'a round',
    async () => {
      openScreen({ part: 2 });
      await tap('Gå en runda');
    },
  ],
  [
    'a card shown',
    async () => {
      openScreen({ part: 2 });
      await tap('Lars visade ett kort');
      await tap('Jag vill ha paus');
    },
  ],
  [
    'the menu',
    async () => {
      openScreen({ part: 2 });
      await tap('Mer');
    },
  ],
  [
    'a changed consent',
    async () => {
      openScreen({ part: 2 });
      await tap('Mer');
      await tap('Samtycket ändras', 'menuitem');
    },
  ],
  [
    'hard moments',
    async () => {
      openScreen({ part: 2 });
      await tap('Mer');
      await tap('Hjälp i svåra lägen', 'menuitem');
    },
  ],
  [
    'Granska',
    async () => {
      openScreen({ part: 4, before: written });
      await tap('Skriva', 'tab');
      await tap('Granska');
    },
  ],
  [
    'the end',
    async () => {
      openScreen({ part: 5 });
      await tap('Avsluta mötet');
    },
  ],
  [
    'a phone',
    async () => {
      await resizeTo(360, 800);
      openScreen({ part: 3, before: written });
    },
  ],
  [
    'the keyboard up',
    async () => {
      openScreen({ part: 3, before: written });
      await resizeTo(1180, 410);
      await type('Skriv en rad', 'Boendestöd');
    },
  ],
];

describe('axe finds nothing in', () => {
  it.each(states)(
    '%s',
    async (_name, open) => {
      await open();
      expect(await axeFindings(document.body)).toEqual([]);
    },
    30_000,
  );
});
