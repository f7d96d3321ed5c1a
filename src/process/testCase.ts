import type { MeetingIntent } from '../meeting/meetingEvents.ts';
import { meetingEventFact } from '../meeting/meetingFact.ts';
import { testCaseState } from '../meeting/testCaseState.ts';
import type { CaseState } from '../meeting/workspace.ts';
import { createPlanDocument, type PlanDocument } from '../plan/document.ts';
import { createContext } from '../plan/testing.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';

/** A case in memory on one device, for tests. */
export const createTestCase = () => {
  const doc = createPlanDocument();
  const ctx = createContext();
  const log: PlacedFact[] = [];
  const state = (): CaseState => testCaseState(doc, [...log]);
  const record = (make: (ctx: WriteContext) => Fact): void => {
    log.push({ fact: make(ctx), device: 'a', seq: log.length + 1, seen: {} });
  };
  return {
    state,
    record,
    edit: (command: (doc: PlanDocument, ctx: WriteContext) => unknown): void => {
      command(doc, ctx);
    },
    send: (intent: MeetingIntent): void => {
      record((context) => meetingEventFact(context, state().meeting, intent));
    },
  };
};
