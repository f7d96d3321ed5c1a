import { expect, it } from 'vitest';
import { addIntervention } from './commands/addRows.ts';
import { setDecision, setTiming } from './commands/editRows.ts';
import { addParticipant, setParticipantField } from './commands/participants.ts';
import { setPlanField } from './commands/wholePlan.ts';
import { encodeState } from './document.ts';
import { wordsOfUpdates } from './documentWords.ts';
import { createWriter, must } from './testing.ts';

it('are what somebody typed, and nothing of how it is kept or was chosen', () => {
  const { doc, ctx } = createWriter();
  must(setPlanField(doc, ctx, { field: 'meetingPlace', value: 'Biblioteket i Åby' }));
  must(setPlanField(doc, ctx, { field: 'audience', value: 'ungdom' }));
  const id = must(addIntervention(doc, ctx, { text: 'Boendestöd på morgonen' }));
  must(
    setTiming(doc, ctx, { id, timing: { every: 'vecka', before: null, text: 'efter frukost' } }),
  );
  must(setDecision(doc, ctx, { id, decision: { kind: 'soks', by: 'Eva', date: '2026-06-01' } }));
  const per = must(addParticipant(doc, ctx, { name: 'Per' }));
  must(setParticipantField(doc, ctx, { id: per, field: 'reply', value: 'kommerInte' }));
  expect([...wordsOfUpdates([encodeState(doc)])].sort()).toEqual(
    [
      'Biblioteket i Åby',
      'Boendestöd på morgonen',
      'Eva',
      'Per',
      'efter frukost',
      '2026-06-01',
    ].sort(),
  );
});

it('are none where an update cannot be read', () => {
  expect(wordsOfUpdates([new Uint8Array([255, 255, 255])])).toEqual([]);
});
