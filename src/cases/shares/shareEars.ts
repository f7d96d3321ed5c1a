/** Signals that come from phones through shares (field.md 16), and the answers back. Nothing of it is kept. */
import { isOpen } from '../../meeting/meetingState.ts';
import type { CaseState } from '../../meeting/workspace.ts';
import type { ClockDep } from '../../shared/deps.ts';
import type {
  RaisedSignal,
  ShareMessage,
  SignalCard,
  SignalMessage,
} from '../../shared/signalMessage.ts';
import type { Share } from './foldShares.ts';
import type { ShareTransport } from './shareTransport.ts';
import { createSignalRoom } from './signalRoom.ts';
import { surveyAsked } from './surveyAsked.ts';
import { createSurveyInbox, type SurveyInbox } from './surveyInbox.ts';

export interface ShareEars {
  /**
   * Listens to the live shares that are open as long as this device leads a meeting, and after it to those in which the
   * individual is asked how it was; else to none.
   */
  readonly listenToOpen: (isLeading: boolean) => void;
  readonly survey: SurveyInbox;
  readonly onSignal: (listener: (message: SignalMessage) => void) => () => void;
  readonly answer: (message: SignalMessage) => void;
  readonly stop: () => void;
}

/** Others in the room may say this by phone too: then the jargon is not the individual's fault. */
export const cardOfOthers: SignalCard = 'forstarInte';

/** How many messages that may not be there one phone sends before it is no longer listened to. */
const patience = 20;

export const createShareEars = (
  { transport, clock }: ClockDep & { readonly transport: Pick<ShareTransport, 'hear' | 'tell'> },
  now: () => { readonly state: CaseState; readonly shares: readonly Share[] },
  /** What is published now may be another device's. */
  onNumber: (shareId: string, number: number) => void,
): ShareEars => {
  const hearing = new Map<string, () => void>();
  const listeners = new Set<(message: SignalMessage) => void>();
  /** Which share a giver speaks through. */
  const givers = new Map<string, string>();
  const bad = new Map<string, number>();
  const room = createSignalRoom(clock.now);

  const tell = (shareId: string | undefined, message: SignalMessage): void => {
    const share = now().shares.find((each) => each.shareId === shareId && each.ended === null);
    if (share !== undefined) void transport.tell(share.secret, message);
  };
  const survey = createSurveyInbox(clock.now, tell);

  const take = (shareId: string, message: ShareMessage): void => {
    const { state, shares } = now();
    const share = shares.find((each) => each.shareId === shareId);
    if (share === undefined || share.ended !== null) return;
    if (message.is === 'answered') {
      survey.take(share, state.meeting.current, message);
      return;
    }
    survey.overhear(message);
    const { current } = state.meeting;
    if (message.meeting !== current.id || !isOpen(current)) return;
    // The leader's own answers go the same way.
    if (message.is === 'sent' || message.is === 'seen') return;
    const isElsewhere = (givers.get(message.from) ?? shareId) !== shareId;
    const isTheirs = message.is !== 'raised' || maySay(share, message);
    if (isElsewhere || !isTheirs || (bad.get(shareId) ?? 0) >= patience) {
      bad.set(shareId, (bad.get(shareId) ?? 0) + 1);
      return;
    }
    const counts = message.is === 'raised' ? room.take(shareId, message) : room.leave(message);
    if (!counts) return;
    givers.set(message.from, shareId);
    for (const listener of listeners) listener(message);
  };

  const listenToOpen = (isLeading: boolean): void => {
    const { state, shares } = now();
    const { current } = state.meeting;
    const isAsked = (share: Share): boolean =>
      (surveyAsked(share, current)?.until ?? 0) > clock.now();
    const wanted = isLeading
      ? shares.filter(({ kind, ended }) => kind === 'follow' && ended === null)
      : shares.filter(isAsked);
    for (const [shareId, stop] of hearing) {
      if (wanted.some((share) => share.shareId === shareId)) continue;
      stop();
      hearing.delete(shareId);
    }
    for (const { shareId, secret } of wanted) {
      if (hearing.has(shareId)) continue;
      hearing.set(
        shareId,
        transport.hear(
          secret,
          (message) => take(shareId, message),
          (number) => onNumber(shareId, number),
        ),
      );
    }
  };

  return {
    listenToOpen,
    onSignal: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer: (message) => {
      if (message.is === 'seen') room.leave(message);
      tell(givers.get(message.from), message);
    },
    survey,
    stop: () => {
      for (const stop of hearing.values()) stop();
      hearing.clear();
      listeners.clear();
    },
  };
};

/** In a share it must be the one that the share was made for (docs/sync-protocol.md 5). */
const maySay = ({ receiver }: Share, { card, whose }: RaisedSignal): boolean =>
  receiver.receiverKind === 'individual'
    ? whose === null
    : whose !== null && whose === receiver.participantId && card === cardOfOthers;
