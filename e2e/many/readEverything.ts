/** Everything that views and papers make of a case, without a browser: nothing of it may throw, whatever is in the case. */
import { historyText } from '../../src/app/views/history/historyText.ts';
import { countMeetingNotes, meetingNotes } from '../../src/cases/meetingNotes.ts';
import { planPaper } from '../../src/handover/planPaper.ts';
import { swedishFormats } from '../../src/i18n/formats.ts';
import { easyCopy } from '../../src/individual/easy/easyCopy.ts';
import { selectRoomView } from '../../src/individual/roomView.ts';
import { endTime } from '../../src/meeting/clock.ts';
import type { CaseState } from '../../src/meeting/workspace.ts';
import { planAdvice, smartQuestions } from '../../src/plan/advice.ts';
import { selectAgreed } from '../../src/plan/agreed.ts';
import { canonicalPlan } from '../../src/plan/canonicalPlan.ts';
import { compareVersions } from '../../src/plan/compareVersions.ts';
import { lawItems } from '../../src/plan/completeness.ts';
import { planToText } from '../../src/plan/planText.ts';
import { changedSinceShown, foldShownAtEnd } from '../../src/plan/shownAtEnd.ts';
import { freezeVersion, headsOf, soundVersions } from '../../src/plan/versions.ts';
import { compareCards, isCardOverdue, selectCard } from '../../src/process/caseCard.ts';
import { foldProcess } from '../../src/process/foldProcess.ts';

const now = Date.UTC(2026, 5, 1, 12);
const today = '2026-06-01';
const key = (name: string): string => name;

/** How much there was to read. */
export const readEverything = (state: CaseState): number => {
  const { plan, consent, versions, log, meeting } = state;
  const paper = planPaper(plan);
  const card = selectCard(state);
  const sound = soundVersions(versions);
  const made: readonly unknown[] = [
    card,
    isCardOverdue(card, today),
    compareCards(card, card),
    lawItems(plan),
    planAdvice(plan),
    plan.subgoals.map((subgoal) => smartQuestions(plan, subgoal)),
    selectAgreed(plan),
    canonicalPlan(plan, consent),
    freezeVersion({ plan, consent, versions }),
    headsOf(sound),
    sound.map(({ content }) => compareVersions(content, content)),
    changedSinceShown(plan, foldShownAtEnd(log)),
    foldProcess(state),
    meetingNotes(state, 'individual'),
    countMeetingNotes(state),
    meeting.current.id === null ? null : endTime(meeting.current, now),
    selectRoomView(state, now),
    paper,
    easyCopy(plan),
    planToText(
      plan,
      { t: key, date: key, time: key },
      {
        receiver: null,
        status: { kind: 'draft', date: today },
        stamp: { kind: 'workingMaterial', organisation: '' },
      },
    ),
    historyText(state, Object.assign(key, { formats: swedishFormats }), {
      at: now,
      by: '',
      organisation: '',
      vaultLog: [],
    }),
  ];
  return JSON.stringify(made).length + JSON.stringify(state).length;
};
