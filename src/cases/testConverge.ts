import fc from 'fast-check';
import { recordConsent, withdrawConsent } from '../consent/recordConsent.ts';
import type { MeetingIntent } from '../meeting/meetingEvents.ts';
import { allAnswered, started } from '../meeting/testMeeting.ts';
import { addNote } from '../plan/commands/addRows.ts';
import { moveRow, putAway, takeBack } from '../plan/commands/moveRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import type { Bytes } from '../shared/bytes.ts';
import { freezePlan } from './freeze.ts';
import { deliver, send } from './testDelivery.ts';
import type { TestDevices } from './testDevices.ts';
import { compact, copyDevice, createNetwork, pair, removeNotes } from './testNetwork.ts';
import { finish } from './testNetworkEnd.ts';
import {
  countIn,
  type Device,
  type Network,
  newLetter,
  newName,
  type Window,
} from './testNetworkState.ts';
import {
  act,
  allWindows,
  catchUp,
  kill,
  mayTakeBack,
  noteDeed,
  windowAt,
} from './testNetworkWindows.ts';
import type { Plant } from './testPlants.ts';
import { answersOf, valuesOf } from './testReading.ts';
import type { WriteFault } from './testWindow.ts';

/**
 * Windows and devices on one case that write, send, lose, receive, fail, are killed, copied and come back in any order;
 * the schedule decides. What the screen said was saved is remembered beside them (`testNetworkState.ts`) and held against
 * what every device reads in the end (`testPromises.ts`). For tests only.
 */
export interface Step {
  readonly device: number;
  readonly window: number;
  readonly move: Move;
  /** Which one of many, where there are many. */
  readonly n: number;
}

const writing = ['set', 'type', 'note', 'putAway', 'order', 'consent', 'withdraw'] as const;
const meeting = ['meeting', 'lead', 'freeze', 'undo', 'redo', 'flush', 'allAtOnce'] as const;
const sending = ['send', 'deliver', 'deliverAll', 'drop', 'twice', 'catchUp'] as const;
const faults = ['failBefore', 'failAfter', 'dieBefore', 'dieInside', 'dieAfter'] as const;
const rare = [
  'kill',
  'restart',
  'dieReceiving',
  'snapshot',
  'clock',
  'remove',
  'pair',
  'copy',
] as const;

export const moves = [...writing, ...meeting, ...sending, ...faults, ...rare] as const;
export type Move = (typeof moves)[number];

const weighted: readonly Move[] = [
  ...writing,
  ...writing,
  ...meeting,
  ...sending,
  ...sending,
  ...sending,
  ...faults,
  ...rare,
];

export const schedules: fc.Arbitrary<readonly Step[]> = fc
  .record({ devices: fc.integer({ min: 1, max: 3 }), windows: fc.integer({ min: 1, max: 2 }) })
  .filter(({ devices, windows }) => devices * windows > 1)
  .chain(({ devices, windows }) =>
    fc.array(
      fc.record({
        device: fc.nat(devices - 1),
        window: fc.nat(windows - 1),
        move: fc.constantFrom(...weighted),
        n: fc.nat(1_000),
      }),
      { minLength: 4, maxLength: 24, size: 'max' },
    ),
  );

export interface RunOptions {
  readonly plant?: Plant;
  /** On the program's own storage, in a database in memory, instead of a journal in memory. */
  readonly onDatabase?: boolean;
}

/** Runs one schedule to its end, with all delivered, and gives what there is to judge. Throws nothing but bugs. */
export const runSchedule = async (
  devices: TestDevices,
  steps: readonly Step[],
  { plant = 'none', onDatabase = false }: RunOptions = {},
): Promise<Network> => {
  const count = Math.max(...steps.map(({ device }) => device)) + 1;
  const network = await createNetwork(devices, { count, plant, onDatabase });
  for (const step of steps) await take(network, step);
  await finish(network);
  return network;
};

const meetingEvents: readonly MeetingIntent[] = [
  started(),
  { type: 'part.next', facts: allAnswered },
  { type: 'meeting.paused', until: null },
  { type: 'meeting.resumed' },
  { type: 'time.added', minutes: 5 },
  { type: 'part.back' },
  { type: 'meeting.ended', followUp: null },
];

const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

const take = async (
  network: Network,
  { device: place, window: at, move, n }: Step,
): Promise<void> => {
  const device = pick(network.devices, place);
  if (device === undefined) return;
  if (isOne(rare, move) || isOne(sending, move)) {
    countIn(network, move);
    await outside(network, device, at, move, n);
    return;
  }
  const window = await windowAt(network, device, at);
  if (window === null) return;
  countIn(network, move);
  if (isOne(faults, move)) {
    window.faulty.next = move;
    return;
  }
  if (move === 'allAtOnce') {
    const all = await allWindows(network);
    await Promise.all(
      all.map((each, index) => inside(network, each, index % 2 === 0 ? 'set' : 'note', n)),
    );
    return;
  }
  await inside(network, window, move, n);
};

const isOne = <T extends string>(all: readonly T[], move: string): move is T =>
  (all as readonly string[]).includes(move);

/** What a person does in a window. */
const inside = async (
  network: Network,
  window: Window,
  move: (typeof writing)[number] | (typeof meeting)[number],
  n: number,
): Promise<void> => {
  const workspace = window.opened.workspace();
  const { state } = workspace;
  const rows = [...state.plan.notes, ...state.plan.putAway].map(({ id }) => id);
  const row = pick(rows, n);
  switch (move) {
    case 'set': {
      const value = newName(network, 'value');
      return act(network, window, { kind: 'value', name: value }, (named) =>
        workspace.edit((doc, ctx) => {
          named(value, valuesOf(doc));
          return setPlanField(doc, ctx, { field: 'meetingPlace', value });
        }),
      );
    }
    case 'type': {
      const insert = newLetter(network);
      const typing = workspace.typing({ item: 'plan', field: 'important' });
      return act(network, window, { kind: 'letter', name: insert }, async () => {
        typing.splice({ index: n % (typing.value.length + 1), remove: 0, insert });
      });
    }
    case 'note':
      return act(network, window, { kind: 'row', name: '' }, async (named) => {
        await workspace.edit((doc, ctx) => {
          const added = addNote(doc, ctx, { text: newName(network, 'note') });
          if (added.ok) named(added.value);
          return added;
        });
      });
    case 'putAway':
    case 'order':
      if (row === undefined) return;
      return act(network, window, null, () =>
        workspace.edit((doc, ctx) => {
          if (move === 'order')
            return moveRow(doc, ctx, { id: row, after: pick(rows, n + 1) ?? null });
          return n % 3 === 0 ? takeBack(doc, ctx, { id: row }) : putAway(doc, ctx, { id: row });
        }),
      );
    case 'consent':
    case 'withdraw':
      return act(
        network,
        window,
        { kind: 'fact', name: '', consent: move === 'withdraw' ? 0 : n % 2 === 0 ? 1 : 3 },
        (named) =>
          workspace.record((ctx) => {
            const made =
              move === 'withdraw'
                ? withdrawConsent(ctx, { which: 'make', form: 'muntligt' })
                : recordConsent(ctx, {
                    which: 'make',
                    answer: n % 2 === 0 ? 'no' : 'yes',
                    form: 'muntligt',
                  });
            named(made.id, answersOf(state));
            return made;
          }),
      );
    case 'meeting': {
      const event = state.meeting.current.id === null ? started() : pick(meetingEvents, n);
      if (event === undefined) return;
      return act(network, window, null, () => workspace.send(event));
    }
    case 'lead':
      return act(network, window, null, () => window.opened.leadFromHere());
    case 'freeze':
      return act(network, window, null, async () => {
        const frozen = await freezePlan(window.opened);
        if (frozen.ok) noteDeed(network, { kind: 'fact', name: frozen.value.id }, window);
      });
    case 'undo':
    case 'redo':
      mayTakeBack(network, window);
      return act(network, window, null, () =>
        move === 'undo' ? workspace.undo() : workspace.redo(),
      );
    case 'flush':
      return act(network, window, null, () => workspace.flush());
    case 'allAtOnce':
      return;
  }
};

/** What happens to a device and between devices. */
const outside = async (
  network: Network,
  device: Device,
  at: number,
  move: (typeof rare)[number] | (typeof sending)[number],
  n: number,
): Promise<unknown> => {
  const { inbox } = device;
  const some = (): Bytes[] => inbox.splice(n % Math.max(1, inbox.length), 1 + (n % 3));
  switch (move) {
    case 'send':
      return send(network, device);
    case 'deliver':
      return deliver(network, device, some());
    case 'deliverAll':
      return deliver(network, device, inbox.splice(0).reverse());
    case 'drop':
      some();
      return;
    case 'twice': {
      const again = some();
      inbox.push(...again);
      return deliver(network, device, [...again, ...again.slice(0, 1)]);
    }
    case 'catchUp': {
      const window = await windowAt(network, device, at);
      return window === null ? undefined : catchUp(network, window);
    }
    case 'kill':
      return kill(network, device, at);
    case 'restart':
      for (const place of [0, 1]) await kill(network, device, place);
      device.receiver = null;
      return;
    case 'dieReceiving':
      device.receiverFault =
        (['dieBefore', 'dieInside', 'dieAfter', 'failBefore', 'failAfter'] satisfies WriteFault[])[
          n % 5
        ] ?? 'none';
      return deliver(network, device, some());
    case 'snapshot':
      return compact(network, device);
    case 'clock':
      device.offset += (n % 2 === 0 ? -1 : 1) * 86_400_000 * (1 + (n % 3));
      return;
    case 'remove':
      return removeNotes(network);
    case 'pair':
      return pair(network, device);
    case 'copy':
      return copyDevice(network, device);
  }
};
