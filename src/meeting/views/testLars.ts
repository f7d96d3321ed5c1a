import { addQuestion } from '../../plan/commands/addRows.ts';
import { addParticipant, setParticipantField } from '../../plan/commands/participants.ts';
import { setPlanField, setPlanText } from '../../plan/commands/wholePlan.ts';
import type { PlanDocument } from '../../plan/document.ts';
import { must } from '../../plan/testing.ts';
import type { WriteContext } from '../../plan/writeContext.ts';

/** Lars and those who come (domain.md 12.2, T1), for tests. */
export interface TestLars {
  readonly lars: string;
  readonly maria: string;
  readonly eva: string;
  readonly per: string;
}

export const fillTestLars = (doc: PlanDocument, ctx: WriteContext): TestLars => {
  must(setPlanField(doc, ctx, { field: 'name', value: 'Lars' }));
  must(setPlanField(doc, ctx, { field: 'meetingMinutes', value: 60 }));
  must(setPlanText(doc, ctx, { field: 'important', text: 'Behålla gården och kunna sova.' }));
  const lars = must(addParticipant(doc, ctx, { name: 'Lars', isIndividual: true }));
  const maria = must(addParticipant(doc, ctx, { name: 'Maria', function: 'gift med Lars' }));
  const eva = must(
    addParticipant(doc, ctx, {
      name: 'Eva Nilsson',
      function: 'sjuksköterska',
      service: 'vårdcentralen',
      authority: 'region',
    }),
  );
  const per = must(
    addParticipant(doc, ctx, {
      name: 'Per Holm',
      function: 'behandlare',
      service: 'missbruksenheten',
      authority: 'kommun',
    }),
  );
  must(setParticipantField(doc, ctx, { id: per, field: 'mandate', value: 'delvis' }));
  for (const text of ['Vad behövs för att Lars ska kunna sova?', 'Vem hjälper till på gården?']) {
    must(addQuestion(doc, ctx, { text }));
  }
  return { lars, maria, eva, per };
};
