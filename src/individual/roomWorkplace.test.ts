import { describe, expect, it } from 'vitest';
import { assignIntervention } from '../plan/commands/editRows.ts';
import { setParticipantField, setParticipantText } from '../plan/commands/participants.ts';
import { must } from '../plan/testing.ts';
import { bodyAt, createLars, show, showEverythingThatMayBe } from './testRoom.ts';

describe('a workplace on the shared view', () => {
  it('says of a workplace no more than the authority until it may stand on the screen', () => {
    const lars = createLars();
    const { doc, ctx, ids } = lars;
    showEverythingThatMayBe(lars);
    const words = () => JSON.stringify([0, 1, 2, 3, 4].map((part) => bodyAt(lars, part)));
    expect(words()).not.toContain('missbruksenheten');
    expect(words()).toContain('vårdcentralen');
    must(
      setParticipantField(doc, ctx, {
        id: ids.per,
        field: 'serviceOnScreen',
        value: 'missbruksenheten',
      }),
    );
    expect(words()).toContain('missbruksenheten');
    // Other words than those that were ticked are not covered by the tick.
    must(setParticipantText(doc, ctx, { id: ids.per, field: 'service', text: 'häktet' }));
    expect(words()).not.toMatch(/missbruksenheten|häktet/);
  });

  it('never says the workplace of somebody who is not around the table', () => {
    const lars = createLars();
    must(
      assignIntervention(lars.doc, lars.ctx, {
        id: lars.ids.talk,
        doers: [
          {
            participantId: null,
            name: '',
            function: 'kurator',
            service: 'kvinnojouren',
            authority: 'kommun',
          },
        ],
      }),
    );
    show(lars, lars.ids.talk);
    const words = JSON.stringify([2, 3].map((part) => bodyAt(lars, part)));
    expect(words).not.toContain('kvinnojouren');
    expect(words).toContain('kurator');
  });
});
