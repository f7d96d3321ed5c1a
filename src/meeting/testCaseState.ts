import { foldConsent } from '../consent/consent.ts';
import type { PlanDocument } from '../plan/document.ts';
import { selectPlan } from '../plan/selectors.ts';
import { foldVersions } from '../plan/versions.ts';
import type { PlacedFact } from '../shared/fact.ts';
import { foldAfter } from './afterMeeting.ts';
import { foldMeeting } from './foldMeeting.ts';
import type { CaseState } from './workspace.ts';

/** What views read of a document and its facts, when nothing of the case is missing. For tests only. */
export const testCaseState = (doc: PlanDocument, log: readonly PlacedFact[]): CaseState => {
  const meeting = foldMeeting(log);
  return {
    caseId: 'case',
    plan: selectPlan(doc),
    consent: foldConsent(log),
    meeting,
    versions: foldVersions(log),
    after: foldAfter(log, meeting.current.id),
    log,
    setAsideRecords: [],
    missingRecords: [],
    copied: false,
  };
};
