import { exceptParty, exceptSubject, recordConsent } from '../consent/recordConsent.ts';
import { answerAfterLine } from '../meeting/afterMeeting.ts';
import {
  addDisagreement,
  addLater,
  addLongTermGoal,
  addNote,
  addQuestion,
  addResource,
  addValue,
} from '../plan/commands/addRows.ts';
import { setFollowUp, setWhere } from '../plan/commands/editRows.ts';
import { putAway } from '../plan/commands/moveRows.ts';
import { setParticipantField } from '../plan/commands/participants.ts';
import { setShown } from '../plan/commands/showRows.ts';
import { setPlanField, setPlanText } from '../plan/commands/wholePlan.ts';
import { must } from '../plan/testing.ts';
import type { PlacedFact } from '../shared/fact.ts';
import { createLars, showEverythingThatMayBe } from './testRoom.ts';

/** Lars with something in every field there is, everything shown that can be shown. */
export const fullCase = () => {
  const lars = createLars();
  const { doc, ctx, ids } = lars;
  const added = [
    must(addLongTermGoal(doc, ctx, { text: 'Leva på gården' })),
    must(addValue(doc, ctx, { text: 'Djuren' })),
    must(addResource(doc, ctx, { text: 'Grannen' })),
    must(addDisagreement(doc, ctx, { text: 'Om jakten' })),
    must(addQuestion(doc, ctx, { text: 'Vad behövs?' })),
  ];
  must(addNote(doc, ctx, { text: 'Bara för oss' }));
  must(addLater(doc, ctx, { text: 'Senare' }));
  must(putAway(doc, ctx, { id: must(addNote(doc, ctx, { text: 'Borta' })) }));
  must(setWhere(doc, ctx, { id: ids.talk, where: 'Kontoret' }));
  must(setFollowUp(doc, ctx, { id: ids.talk, followUp: 'Per ringer' }));
  for (const field of ['personnummer', 'address', 'phone', 'language', 'meetingPlace'] as const) {
    must(setPlanField(doc, ctx, { field, value: 'hemligt' }));
  }
  must(setPlanField(doc, ctx, { field: 'meetingDate', value: '2026-05-05' }));
  must(setPlanField(doc, ctx, { field: 'leadName', value: 'Anna Lind' }));
  for (const field of ['purpose', 'adaptations', 'ownWords'] as const) {
    must(setPlanText(doc, ctx, { field, text: 'egna ord' }));
  }
  for (const id of [ids.lars, ids.eva, ids.per, ids.anna]) {
    for (const field of [
      'workPhone',
      'workHours',
      'privatePhone',
      'askAbout',
      'spokenBefore',
    ] as const) {
      must(setParticipantField(doc, ctx, { id, field, value: 'något' }));
    }
  }
  showEverythingThatMayBe(lars);
  for (const item of added) must(setShown(doc, ctx, { item, shown: true }));
  const giver = { role: 'individual', participantId: null, name: 'Lars', counts: true } as const;
  const place = (fact: PlacedFact['fact'], index: number): PlacedFact => ({
    fact,
    device: 'b',
    seq: index + 1,
    seen: {},
  });
  const facts = [
    recordConsent(ctx, {
      which: 'share',
      answer: 'yes',
      form: 'skriftligt',
      note: 'pärmen',
      giver,
      scope: 'om sömn',
      until: null,
    }),
    exceptParty(ctx, { participantId: null, name: 'Grannen' }),
    exceptSubject(ctx, { text: 'Jaktlicensen' }),
    answerAfterLine(ctx, { line: 'prata', state: 'done', meetingId: 'm', note: 'anteckning' }),
  ].map(place);
  return { lars, facts };
};
