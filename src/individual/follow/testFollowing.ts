/** A share that is followed, in the hands of a test. */
import { act } from '@testing-library/preact';
import { vi } from 'vitest';
import type { Share } from '../../cases/shares/foldShares.ts';
import type { Following, FollowState } from '../../cases/shares/followShare.ts';
import { testStart } from '../../meeting/testMeeting.ts';
import type { ShareMessage, SignalMessage } from '../../shared/signalMessage.ts';

export const testShare = (
  receiverKind: 'individual' | 'other',
  participantId: string,
  more: Partial<Share> = {},
): Share => ({
  shareId: 's',
  kind: 'follow',
  receiver: { receiverKind, participantId, name: 'Eva' },
  scope: '',
  at: testStart,
  by: 'Karin',
  device: 'd',
  until: null,
  versionId: null,
  judged: '',
  secret: '',
  ended: null,
  isGone: false,
  ...more,
});

export interface TestFollowing {
  readonly following: Following;
  readonly said: ShareMessage[];
  readonly become: (next: Partial<FollowState>) => void;
  readonly hear: (message: SignalMessage) => void;
}

export const testFollowing = (first: FollowState, goes = true): TestFollowing => {
  let state = first;
  const listeners = new Set<() => void>();
  const ears = new Set<(message: SignalMessage) => void>();
  const said: ShareMessage[] = [];
  return {
    following: {
      get: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onSignal: (ear) => {
        ears.add(ear);
        return () => ears.delete(ear);
      },
      say: async (message) => {
        said.push(message);
        return goes;
      },
      tryNow: vi.fn(),
      stop: () => undefined,
    },
    said,
    become: (next) =>
      act(() => {
        state = { ...state, ...next };
        for (const listener of listeners) listener();
      }),
    hear: (message) =>
      act(() => {
        for (const ear of ears) ear(message);
      }),
  };
};
