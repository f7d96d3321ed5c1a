import { foldConsent } from '../consent/consent.ts';
import { foldAfter } from '../meeting/afterMeeting.ts';
import { foldMeeting } from '../meeting/foldMeeting.ts';
import type { CaseState, MissingRecords, SetAsideRecord } from '../meeting/workspace.ts';
import type { PlanDocument } from '../plan/document.ts';
import { readVersion } from '../plan/documentRead.ts';
import { selectPlan } from '../plan/selectors.ts';
import type { PlacedFact } from '../shared/fact.ts';
import { versionsOf } from './versionFold.ts';

/** What a case is made of: the document, and every fact in the order of folding. */
export interface CaseSource {
  readonly document: PlanDocument;
  readonly facts: readonly PlacedFact[];
  readonly setAside: readonly SetAsideRecord[];
  readonly gaps: readonly MissingRecords[];
  readonly copied: boolean;
}

/**
 * Document and facts, folded into what views read. Parts that did not change keep their identity, so a
 * keystroke folds no fact and a tap in the meeting reads no document.
 */
export const createCaseState = (caseId: string): ((source: CaseSource) => CaseState) => {
  let before: { readonly version: number; readonly trouble: string } | null = null;
  let seen: CaseSource | null = null;
  let state: CaseState | null = null;

  return (source) => {
    const version = readVersion(source.document);
    const trouble = JSON.stringify([source.setAside.length, source.gaps, source.copied]);
    const sameFacts = seen?.facts === source.facts;
    const sameDocument = before?.version === version;
    if (state !== null && sameFacts && sameDocument && before?.trouble === trouble) return state;
    const plan = state !== null && sameDocument ? state.plan : selectPlan(source.document);
    const folded = state !== null && sameFacts ? state : foldFacts(source.facts);
    state = {
      caseId,
      plan,
      consent: folded.consent,
      meeting: folded.meeting,
      versions: folded.versions,
      after: folded.after,
      log: source.facts,
      setAsideRecords: [...source.setAside],
      missingRecords: source.gaps,
      copied: source.copied,
    };
    before = { version, trouble };
    seen = source;
    return state;
  };
};

const foldFacts = (
  facts: readonly PlacedFact[],
): Pick<CaseState, 'consent' | 'meeting' | 'versions' | 'after'> => {
  const meeting = foldMeeting(facts);
  return {
    consent: foldConsent(facts),
    meeting,
    versions: versionsOf(facts),
    after: foldAfter(facts, meeting.current.id),
  };
};
