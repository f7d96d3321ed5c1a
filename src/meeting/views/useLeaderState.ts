import {
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import type { PlanDocument } from '../../plan/document.ts';
import type { WriteContext } from '../../plan/writeContext.ts';
import type { ClockDep } from '../../shared/deps.ts';
import type { Fact } from '../../shared/fact.ts';
import { createId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { RaisedSignal } from '../../shared/signalMessage.ts';
import type { MeetingIntent } from '../meetingEvents.ts';
import { isOpen } from '../meetingState.ts';
import type { Part } from '../parts.ts';
import { type Face, leaderRoles } from '../roles.ts';
import { foldSignals, noSignals, seenSignalOf, waitingSignals } from '../signals.ts';
import type { CaseState } from '../workspace.ts';
import { FollowerSignalsContext } from './FollowerSignals.ts';
import { FollowsContext } from './FollowsContext.ts';
import { emptyLine, type Leader, type Line, type Sheet } from './Leader.ts';
import { individualName, settled } from './planWords.ts';
import { useNow } from './useNow.ts';
import { useWorkspace } from './WorkspaceContext.ts';

/** What the screen remembers by itself: nothing here is stored, and all of it may be lost (signals must be). */
export const useLeaderState = (clock: ClockDep['clock']): Leader => {
  const workspace = useWorkspace();
  const follows = useContext(FollowsContext);
  const t = useT();
  const now = useNow(clock.now);
  const { plan } = workspace.state;
  const meeting = workspace.state.meeting.current;

  const [chosen, setChosen] = useState<{ readonly part: Part; readonly face: Face } | null>(null);
  const [sheet, open] = useState<Sheet | null>(null);
  const [line, setLine] = useState<Line>(emptyLine);
  const [stepChoice, setStepId] = useState<string | null | undefined>(undefined);
  const [signals, tell] = useReducer(foldSignals, noSignals);
  /** Who gives those of this tablet. */
  const [giver] = useState(() => createId({ random }));
  const given = useRef(0);
  const [refused, setRefused] = useState(false);
  const lineField = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);

  // Commands outlive the drawing they were made in: they always speak to the newest workspace.
  const newest = useRef(workspace);
  newest.current = workspace;

  const send = useCallback(async (intent: MeetingIntent): Promise<boolean> => {
    if (/^(part|meeting|consent)\./.test(intent.type)) await newest.current.flush();
    const { ok } = await newest.current.send(intent);
    // On a full tablet it has ended all the same: what waits is written later.
    return ok || newest.current.state.meeting.current.phase === 'ended';
  }, []);

  const edit = useCallback(
    async <T, E>(
      command: (doc: PlanDocument, ctx: WriteContext) => Result<T, E>,
    ): Promise<Result<T, unknown>> => {
      const result = await newest.current.edit(command);
      setRefused(!result.ok && !isSaveError(result.error));
      return result;
    },
    [],
  );

  const record = useCallback(
    async (maker: (ctx: WriteContext, state: CaseState) => Fact): Promise<boolean> =>
      (await newest.current.record((ctx) => maker(ctx, newest.current.state))).ok,
    [],
  );

  const roles = useMemo(() => leaderRoles(settled(plan.leads), settled(plan.writes)), [plan]);
  // In every part the leader begins with Leda; who only writes begins with Skriva (field.md 6, 20).
  const usualFace = follows ? 'skriva' : roles.defaultFace;
  const face = chosen !== null && chosen.part === meeting.part ? chosen.face : usualFace;
  const lastStep = plan.subgoals.at(-1)?.id ?? null;
  const stepId =
    stepChoice === undefined ||
    (stepChoice !== null && !plan.subgoals.some((step) => step.id === stepChoice))
      ? lastStep
      : stepChoice;

  const underWay = isOpen(meeting) ? meeting.id : null;
  useEffect(() => tell({ is: 'now', meeting: underWay }), [underWay]);
  const followers = useContext(FollowerSignalsContext);
  useEffect(
    () =>
      followers?.onSignal((message) => {
        tell(message);
        const { meeting: of, from, number } = message;
        if (message.is === 'raised') {
          followers.answer({ is: 'sent', meeting: of, from, number, at: clock.now() });
        }
      }),
    [followers, clock],
  );
  const step = useCallback(
    (is: 'seen' | 'gone') =>
      ({ meeting: of, from, number }: RaisedSignal): void => {
        const message = { is, meeting: of, from, number, at: clock.now() };
        tell(message);
        if (is === 'seen' && from !== giver) followers?.answer(message);
      },
    [clock, followers, giver],
  );
  return useMemo(
    () => ({
      workspace,
      plan,
      meeting,
      t,
      name: individualName(plan),
      roles,
      follows,
      now,
      clock,
      face,
      setFace: (next) => setChosen({ part: meeting.part, face: next }),
      sheet,
      open,
      line,
      setLine,
      lineField,
      stepId,
      setStepId,
      signals: waitingSignals(signals),
      addSignal: (card) => {
        // Counted here: two may be given before either is drawn.
        given.current += 1;
        tell({
          is: 'raised',
          meeting: underWay ?? '',
          from: giver,
          number: given.current,
          at: clock.now(),
          card,
          whose: null,
        });
      },
      dropSignal: step('gone'),
      seeSignal: step('seen'),
      seenSignal: seenSignalOf(signals, giver),
      refused,
      forgetRefused: () => setRefused(false),
      send,
      edit,
      record,
    }),
    [
      workspace,
      plan,
      meeting,
      t,
      roles,
      follows,
      now,
      clock,
      face,
      sheet,
      line,
      stepId,
      signals,
      underWay,
      giver,
      step,
      refused,
      send,
      edit,
      record,
    ],
  );
};

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };

const isSaveError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'kind' in error && error.kind === 'notSaved';
