/**
 * What a share holds: the second allow-list between a case and other people's eyes, made of the first (`roomView.ts`) and of
 * the individual's short copy (`easy/easyCopy.ts`). Who follows gets this and nothing else, and is believed to keep it.
 */
import type { Share } from '../../cases/shares/foldShares.ts';
import { type SurveyAsked, surveyAsked } from '../../cases/shares/surveyAsked.ts';
import { isLanguageCode, type LanguageCode } from '../../i18n/languages.ts';
import { dateOfInstant } from '../../i18n/localDate.ts';
import { isOpen } from '../../meeting/meetingState.ts';
import type { CaseState } from '../../meeting/workspace.ts';
import type { SipPlan } from '../../plan/model.ts';
import { planForOutput } from '../../plan/protectedIdentity.ts';
import { soundVersions } from '../../plan/versions.ts';
import type { Instant, LocalDate } from '../../shared/deps.ts';
import { type EasyCopy, easyCopy } from '../easy/easyCopy.ts';
import { languageOfPlan } from '../languageOfPlan.ts';
import type { RoomView } from '../roomShape.ts';
import { selectRoomView, standsAfterEnd } from '../roomView.ts';

/** The form. A program that does not know it says so, and shows nothing. */
const version = 1;

export type ShareState = (LiveState | PlanState) & LastDay;

/** Read by `cases/shares/followShare.ts` (docs/sync-protocol.md 9): after it nothing of the share is shown, or kept in memory. */
interface LastDay {
  /** Left out where there is none. */
  readonly until?: LocalDate;
}

/** **Följ mötet** */
export interface LiveState {
  readonly v: typeof version;
  readonly is: 'live';
  /** Id of the meeting that is under way: signals name it. Null while none is. */
  readonly meeting: string | null;
  /** Who follows: null is the one whose plan it is, else an id, which signals name. */
  readonly whose: string | null;
  readonly view: RoomView;
  /** The meeting is over: when the view empties by itself, also where the leader is gone by then. */
  readonly emptiesAt: Instant | null;
  /** **Hur var mötet?** is asked of the one whose plan it is; left out where it is not. */
  readonly asked?: SurveyAsked;
}

/** **Få planen**, and what the individual has of their own after the meeting. */
export interface PlanState {
  readonly v: typeof version;
  readonly is: 'plan';
  readonly language: LanguageCode | null;
  readonly forChild: boolean;
  /** The one whose plan it is reads it themself. */
  readonly isOwn: boolean;
  readonly isReady: boolean;
  readonly date: LocalDate;
  readonly copy: EasyCopy;
  readonly asked?: SurveyAsked;
}

/** Null where there is nothing to give: the version is not here. */
export const shareState = (share: Share, state: CaseState, now: Instant): ShareState | null => {
  const given = givenState(share, state, now);
  return given === null || share.until === null ? given : { ...given, until: share.until };
};

const givenState = (share: Share, state: CaseState, now: Instant): LiveState | PlanState | null => {
  const receiver = share.receiver;
  const isOwn = receiver.receiverKind === 'individual';
  if (share.kind === 'plan') {
    const found = soundVersions(state.versions).find(({ id }) => id === share.versionId);
    return found === undefined
      ? null
      : planState(found.plan, share, { isReady: true, date: dateOfInstant(found.at) });
  }
  const { current } = state.meeting;
  const asked = surveyAsked(share, current);
  const isOver = current.ended?.ground === 'klart' && current.ended.at >= share.at;
  // Theirs goes on after the meeting, as what the room was shown. More than that is given with **Få planen**.
  if (isOwn && isOver && now - (current.ended?.at ?? 0) >= standsAfterEnd)
    return {
      ...planState(state.plan, share, {
        isReady: false,
        date: dateOfInstant(current.ended?.at ?? now),
      }),
      ...(asked !== null && { asked }),
    };
  return {
    v: version,
    is: 'live',
    meeting: isOpen(current) ? current.id : null,
    whose: isOwn ? null : receiver.participantId,
    view: selectRoomView({ ...state, plan: reaching(state.plan, share) }, now),
    emptiesAt: current.ended === null ? null : current.ended.at + standsAfterEnd,
    ...(asked !== null && { asked }),
  };
};

const planState = (
  plan: SipPlan,
  { receiver }: Share,
  of: Pick<PlanState, 'isReady' | 'date'>,
): PlanState => {
  const isOwn = receiver.receiverKind === 'individual';
  return {
    v: version,
    is: 'plan',
    language: languageOfPlan(plan),
    forChild: isOwn && plan.audience.value === 'barn',
    isOwn,
    ...of,
    copy: easyCopy(isOwn ? plan : reaching(plan, { receiver }), { onlyShown: !of.isReady }),
  };
};

/** Without the rows marked **Ska inte lämnas till …** this one. Who leads is the room's to know. */
const reaching = (plan: SipPlan, { receiver }: Pick<Share, 'receiver'>): SipPlan =>
  receiver.receiverKind === 'individual'
    ? plan
    : { ...planForOutput(plan, { receiver }).plan, leads: plan.leads };

/** What came over the network: null when it is of another form. Its inside was signed by a writer's device. */
export const readShareState = (value: unknown): ShareState | null => {
  if (!isRecord(value) || value['v'] !== version) return null;
  if (value['is'] === 'live')
    return isRecord(value['view']) && hasScene(value['view']) ? asState(value) : null;
  return value['is'] === 'plan' && hasCopy(value) && isLanguage(value['language'])
    ? asState(value)
    : null;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasCopy = ({ copy, date }: Record<string, unknown>): boolean =>
  isRecord(copy) && typeof copy['name'] === 'string' && isDay(date);

const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value) && !Number.isNaN(Date.parse(value));

const hasScene = (view: Record<string, unknown>): boolean =>
  isRecord(view['scene']) && Array.isArray(view['shares']) && isLanguage(view['language']);

const isLanguage = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && isLanguageCode(value));

/** Says to the type checker what the form says. */
const asState = (value: object): ShareState => value as ShareState;

/** That of the one whose plan it is, where they read it themself. */
export const ownLanguage = (state: ShareState | null): LanguageCode | null => {
  if (state === null) return null;
  if (state.is === 'plan') return state.isOwn ? state.language : null;
  return state.whose === null ? state.view.language : null;
};
