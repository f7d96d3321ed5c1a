/**
 * What a leader meets that has a way through: the words of each page, in the order they are read. Every page begins
 * with what is safe. Each step names the buttons as they stand in the program; `helpPages.test.tsx` looks for them there.
 */
import type { TextKey } from '../../../i18n/keys.ts';

export interface TroublePart {
  readonly title: TextKey;
  /** Done one after the other. */
  readonly steps?: readonly TextKey[];
  /** Only to know. */
  readonly lines?: readonly TextKey[];
}

export interface TroublePage {
  /** The last part of `/hjalp/:page`. */
  readonly id: string;
  readonly title: TextKey;
  /** One line in the list of pages. */
  readonly line: TextKey;
  readonly safe: readonly TextKey[];
  readonly parts: readonly TroublePart[];
}

export const troublePages: readonly TroublePage[] = [
  {
    id: 'glomt-losenordet',
    title: 'help:password.title',
    line: 'help:password.line',
    safe: ['help:password.safe.1', 'help:password.safe.2'],
    parts: [
      {
        title: 'help:password.try.title',
        steps: ['help:password.try.1', 'help:password.try.2', 'help:password.try.3'],
      },
      {
        title: 'help:password.passkey.title',
        steps: ['help:password.passkey.1', 'help:password.passkey.2'],
      },
      {
        title: 'help:password.code.title',
        steps: [
          'help:password.code.1',
          'help:password.code.2',
          'help:password.code.3',
          'help:password.code.4',
          'help:password.code.5',
          'help:password.code.6',
        ],
      },
      {
        title: 'help:password.after.title',
        steps: ['help:password.after.1', 'help:password.after.2'],
      },
    ],
  },
  {
    id: 'glomt-reservkoden',
    title: 'help:code.title',
    line: 'help:code.line',
    safe: ['help:code.safe.1', 'help:code.safe.2', 'help:code.safe.3'],
    parts: [
      {
        title: 'help:code.colleague.title',
        steps: [
          'help:code.colleague.1',
          'help:code.colleague.2',
          'help:code.colleague.3',
          'help:code.colleague.4',
        ],
      },
      {
        title: 'help:code.organisation.title',
        steps: [
          'help:code.organisation.1',
          'help:code.organisation.2',
          'help:code.organisation.3',
          'help:code.organisation.4',
          'help:code.organisation.5',
        ],
      },
      {
        title: 'help:code.backup.title',
        steps: [
          'help:code.backup.1',
          'help:code.backup.2',
          'help:code.backup.3',
          'help:code.backup.4',
        ],
      },
      {
        title: 'help:code.paper.title',
        steps: ['help:code.paper.1', 'help:code.paper.2', 'help:code.paper.3'],
      },
      {
        title: 'help:code.lost.title',
        lines: ['help:code.lost.1', 'help:code.lost.2'],
      },
    ],
  },
  {
    id: 'plattan-borta',
    title: 'help:gone.title',
    line: 'help:gone.line',
    safe: ['help:gone.safe.1', 'help:gone.safe.2', 'help:gone.safe.3', 'help:gone.safe.4'],
    parts: [
      {
        title: 'help:gone.left.title',
        steps: ['help:gone.left.1', 'help:gone.left.2', 'help:gone.left.3', 'help:gone.left.4'],
      },
      {
        title: 'help:gone.gone.title',
        steps: [
          'help:gone.gone.1',
          'help:gone.gone.2',
          'help:gone.gone.3',
          'help:gone.gone.4',
          'help:gone.gone.5',
          'help:gone.gone.6',
          'help:gone.gone.7',
        ],
      },
      {
        title: 'help:gone.back.title',
        steps: ['help:gone.back.1', 'help:gone.back.2', 'help:gone.back.3', 'help:gone.back.4'],
      },
      {
        title: 'help:gone.lost.title',
        lines: ['help:gone.lost.1', 'help:gone.lost.2'],
      },
    ],
  },
  {
    id: 'synkar-inte',
    title: 'help:sync.title',
    line: 'help:sync.line',
    safe: ['help:sync.safe.1', 'help:sync.safe.2'],
    parts: [
      {
        title: 'help:sync.words.title',
        lines: ['help:sync.words.1', 'help:sync.words.2', 'help:sync.words.3'],
      },
      {
        title: 'help:sync.wait.title',
        steps: ['help:sync.wait.1', 'help:sync.wait.2', 'help:sync.wait.3'],
      },
      {
        title: 'help:sync.leader.title',
        steps: ['help:sync.leader.1', 'help:sync.leader.2', 'help:sync.leader.3'],
      },
      {
        title: 'help:sync.phone.title',
        steps: ['help:sync.phone.1', 'help:sync.phone.2'],
      },
      {
        title: 'help:sync.end.title',
        steps: ['help:sync.end.1', 'help:sync.end.2'],
      },
    ],
  },
  {
    id: 'kollega-tar-over',
    title: 'help:colleague.title',
    line: 'help:colleague.line',
    safe: ['help:colleague.safe.1', 'help:colleague.safe.2'],
    parts: [
      {
        title: 'help:colleague.start.title',
        steps: ['help:colleague.start.1', 'help:colleague.start.2', 'help:colleague.start.3'],
      },
      {
        title: 'help:colleague.give.title',
        steps: [
          'help:colleague.give.1',
          'help:colleague.give.2',
          'help:colleague.give.3',
          'help:colleague.give.4',
        ],
      },
      {
        title: 'help:colleague.standIn.title',
        steps: ['help:colleague.standIn.1', 'help:colleague.standIn.2', 'help:colleague.standIn.3'],
      },
      {
        title: 'help:colleague.absent.title',
        steps: ['help:colleague.absent.1', 'help:colleague.absent.2', 'help:colleague.absent.3'],
      },
    ],
  },
  {
    id: 'plattan-samlas-in',
    title: 'help:collected.title',
    line: 'help:collected.line',
    safe: ['help:collected.safe.1', 'help:collected.safe.2', 'help:collected.safe.3'],
    parts: [
      {
        title: 'help:collected.save.title',
        steps: [
          'help:collected.save.1',
          'help:collected.save.2',
          'help:collected.save.3',
          'help:collected.save.4',
        ],
      },
      {
        title: 'help:collected.over.title',
        steps: ['help:collected.over.1', 'help:collected.over.2'],
      },
      {
        title: 'help:collected.wipe.title',
        steps: [
          'help:collected.wipe.1',
          'help:collected.wipe.2',
          'help:collected.wipe.3',
          'help:collected.wipe.4',
          'help:collected.wipe.5',
        ],
      },
      {
        title: 'help:collected.lost.title',
        lines: ['help:collected.lost.1', 'help:collected.lost.2'],
      },
    ],
  },
];
