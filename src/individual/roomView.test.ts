import { describe, expect, it } from 'vitest';
import { minute } from '../meeting/clock.ts';
import { testStart } from '../meeting/testMeeting.ts';
import { addDisagreement, addNote } from '../plan/commands/addRows.ts';
import { assignIntervention } from '../plan/commands/editRows.ts';
import { setParticipantField, setParticipantText } from '../plan/commands/participants.ts';
import { setNotWithChild } from '../plan/commands/showRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import { must } from '../plan/testing.ts';
import { tallyOf } from './roomPlan.ts';
import { selectRoomView } from './roomView.ts';
import {
  bodyAt,
  createLars,
  inPart,
  roomState,
  show,
  showEverythingThatMayBe,
} from './testRoom.ts';

const at = (minutes: number): number => testStart + minutes * minute;

describe('selectRoomView', () => {
  it('shows nothing of a plan until somebody shows it', () => {
    const lars = createLars();
    const words = JSON.stringify([0, 1, 2, 3].map((part) => bodyAt(lars, part)));
    expect(words).not.toMatch(
      /Behålla|Korna|Sömnen|Sova|mediciner|Samtal|Boende|kvälls|Eva|Per|Anna/,
    );
    expect(bodyAt(lars, 4)).toEqual({
      part: 'avslutning',
      people: [],
      next: null,
      ask: [],
      copy: 'always',
      over: false,
    });
  });

  it('shows own words and the names of those who said yes in Inledning', () => {
    const lars = createLars();
    show(lars, 'important', lars.ids.lars, lars.ids.eva);
    expect(bodyAt(lars, 0)).toEqual({
      part: 'inledning',
      own: 'Behålla gården och kunna sova.',
      people: [
        { kind: 'individual', name: 'Lars', leads: false },
        {
          kind: 'other',
          name: 'Eva',
          leads: false,
          supports: false,
          what: [
            { kind: 'words', text: 'sjuksköterska' },
            { kind: 'words', text: 'vårdcentralen' },
          ],
        },
      ],
    });
  });

  it('names the one who started as support where the individual leads', () => {
    const lars = createLars();
    must(setPlanField(lars.doc, lars.ctx, { field: 'leads', value: 'huvudperson' }));
    show(lars, lars.ids.lars, lars.ids.anna, lars.ids.eva);
    expect(bodyAt(lars, 0)).toMatchObject({
      people: [
        { kind: 'individual', leads: true },
        { name: 'Eva', leads: false, supports: false },
        { name: 'Anna', leads: false, supports: true },
      ],
    });
  });

  it('calls the person nothing when no name was chosen for the screen', () => {
    const lars = createLars();
    must(setPlanField(lars.doc, lars.ctx, { field: 'screenName', value: null }));
    show(lars, lars.ids.lars);
    const view = selectRoomView(roomState(lars.doc, inPart(0)), at(1));
    expect(view.screenName).toBeNull();
    expect(JSON.stringify(view)).not.toContain('Lars');
  });

  it('keeps what works less well away until its own row is shown', () => {
    const lars = createLars();
    show(lars, 'important');
    expect(bodyAt(lars, 1)).toMatchObject({ worksWell: [], worksLess: [] });
    showEverythingThatMayBe(lars);
    expect(bodyAt(lars, 1)).toMatchObject({ worksLess: ['Sömnen'] });
  });

  it('shows a step with its shown rows, and counts what waits apart from what is agreed', () => {
    const lars = createLars();
    show(lars, lars.ids.step, lars.ids.medicine, lars.ids.support);
    expect(bodyAt(lars, 2)).toEqual({
      part: 'behov',
      goals: [],
      steps: [
        {
          number: 1,
          text: 'Sova sex timmar per natt',
          rows: [
            {
              text: 'Gå igenom dina mediciner',
              who: [{ name: 'Eva', place: { kind: 'words', text: 'vårdcentralen' } }],
              when: { every: null, before: '2026-06-01', text: '' },
              undecided: null,
            },
            {
              text: 'Boendestöd på morgonen',
              who: [{ name: 'Per', place: { kind: 'words', text: 'behandlare' } }],
              when: null,
              undecided: { by: 'Per', date: '2026-06-01' },
            },
          ],
        },
      ],
      agreed: { agreed: 1, waiting: 1 },
    });
  });

  it('shows what nobody has said that they do, and does not count it as agreed', () => {
    expect(
      tallyOf([
        {
          number: null,
          text: null,
          rows: [
            { text: 'Boendestöd på morgonen', who: [], when: null, undecided: null },
            { text: 'Gå ut på kvällen', who: ['self'], when: null, undecided: null },
          ],
        },
      ]),
    ).toEqual({ agreed: 1, waiting: 0 });
  });

  it('turns the summary round by person, the person themselves last', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    const body = bodyAt(lars, 3);
    if (body.part !== 'sammanfattning') throw new Error(body.part);
    expect(body.people.map(({ who }) => (who === 'self' ? who : who.name))).toEqual([
      'Eva',
      'Per',
      'self',
    ]);
    expect(body.lead).toEqual({
      name: 'Anna Lind',
      place: { kind: 'authority', authority: 'kommun' },
    });
    expect(body.disagreements).toEqual([]);
  });

  it('shows a disagreement only when its own row is shown', () => {
    const lars = createLars();
    const id = must(addDisagreement(lars.doc, lars.ctx, { text: 'Om medicinen ska minskas' }));
    showEverythingThatMayBe(lars);
    expect(bodyAt(lars, 3)).toMatchObject({ disagreements: [] });
    show(lars, id);
    expect(bodyAt(lars, 3)).toMatchObject({ disagreements: ['Om medicinen ska minskas'] });
  });

  it('tells in Avslutning when we meet and whom to ask, with work phones only', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    expect(bodyAt(lars, 4)).toEqual({
      part: 'avslutning',
      people: expect.arrayContaining([expect.objectContaining({ who: 'self' })]),
      next: { date: '2026-06-09', time: '13:00', place: 'Vårdcentralen i Åby', caller: 'Per' },
      ask: [
        { about: '', name: 'Anna', phone: '070-174 06 14', hours: '' },
        { about: 'samtalen', name: 'Per', phone: '070-174 06 10', hours: 'vardagar 8–16' },
      ],
      copy: 'always',
      over: false,
    });
  });

  it('leaves place, phone and unit out with protected identity', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    must(setPlanField(lars.doc, lars.ctx, { field: 'protectedIdentity', value: true }));
    must(
      setParticipantText(lars.doc, lars.ctx, {
        id: lars.ids.per,
        field: 'function',
        text: 'skolkurator Åby skola',
      }),
    );
    const words = JSON.stringify([0, 1, 2, 3, 4].map((part) => bodyAt(lars, part)));
    expect(words).not.toMatch(/Åby|070-174|vårdcentralen/i);
    expect(words).toContain('mediciner');
  });

  it('never names somebody with protected identity, wherever the name stands', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    must(
      setParticipantField(lars.doc, lars.ctx, {
        id: lars.ids.per,
        field: 'protectedIdentity',
        value: true,
      }),
    );
    const words = JSON.stringify([0, 1, 2, 3, 4].map((part) => bodyAt(lars, part)));
    expect(words).not.toMatch(/Per|06 10/);
  });

  it('does not say that nobody does it where who does it has protected identity', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    const { doc, ctx, ids } = lars;
    must(setParticipantField(doc, ctx, { id: ids.per, field: 'protectedIdentity', value: true }));
    const doer = { participantId: ids.per, name: 'Per Holm', function: '', service: '' };
    must(assignIntervention(doc, ctx, { id: ids.talk, doers: [{ ...doer, authority: null }] }));
    expect(JSON.stringify(bodyAt(lars, 2))).toContain(
      JSON.stringify({ name: '', place: { kind: 'someone' } }),
    );
  });

  it('keeps a row away while the child it is not for is in the room, and shows it when the child is out', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    must(setNotWithChild(lars.doc, lars.ctx, { id: lars.ids.medicine, notWithChild: true }));
    expect(JSON.stringify(bodyAt(lars, 2))).not.toContain('mediciner');
    const out = roomState(lars.doc, [
      ...inPart(2),
      [13, { type: 'person.left', participantId: lars.ids.lars }],
    ]);
    expect(JSON.stringify(selectRoomView(out, at(14)))).toContain('mediciner');
  });

  it('takes the text away while the plan is hidden, and keeps circle and time', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    const view = selectRoomView(
      roomState(lars.doc, [...inPart(2), [13, { type: 'plan.hidden' }]]),
      at(14),
    );
    expect(view.scene).toEqual({
      kind: 'hidden',
      part: 'behov',
      time: { kind: 'left', minutes: 30, fraction: expect.any(Number) },
    });
  });

  it('shows a changed consent as any pause', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    const halted = roomState(lars.doc, [...inPart(2), [13, { type: 'consent.opened' }]]);
    expect(selectRoomView(halted, at(14)).scene).toEqual({
      kind: 'paused',
      part: 'behov',
      until: null,
    });
  });

  it('says when a pause ends', () => {
    const lars = createLars();
    const paused = roomState(lars.doc, [
      ...inPart(2),
      [13, { type: 'meeting.paused', until: at(23) }],
    ]);
    expect(selectRoomView(paused, at(14)).scene).toEqual({
      kind: 'paused',
      part: 'behov',
      until: at(23),
    });
  });

  it('stands two minutes after the meeting, then empties by itself', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    const ended = roomState(lars.doc, [
      ...inPart(4),
      [40, { type: 'meeting.ended', followUp: { kind: 'bokad' } }],
    ]);
    expect(selectRoomView(ended, at(41)).scene).toMatchObject({
      kind: 'running',
      body: { part: 'avslutning', over: true, next: { time: '13:00' } },
    });
    expect(selectRoomView(ended, at(42))).toMatchObject({ scene: { kind: 'thanks' } });
    expect(JSON.stringify(selectRoomView(ended, at(42)))).not.toMatch(/Åby|Per/);
    // The clock was turned back an hour: it does not stand an hour more.
    expect(selectRoomView(ended, at(-20)).scene).toEqual({ kind: 'thanks' });
  });

  it('empties at once when the meeting ended because consent was taken back', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    const ended = roomState(lars.doc, [
      ...inPart(2),
      [13, { type: 'consent.opened' }],
      [14, { type: 'consent.changed', change: { kind: 'none' } }],
    ]);
    expect(selectRoomView(ended, at(14)).scene).toEqual({ kind: 'thanks' });
  });

  it('names nobody in a round who has not said yes to be named', () => {
    const lars = createLars();
    show(lars, lars.ids.eva);
    const round = roomState(lars.doc, [
      ...inPart(2),
      [13, { type: 'floor.roundStarted', order: [lars.ids.eva, lars.ids.per] }],
    ]);
    expect(JSON.stringify(selectRoomView(round, at(14)).scene)).toContain(
      '"round":{"now":"Eva","next":null}',
    );
  });

  it('says when the meeting ends instead of counting down, for those who want that', () => {
    const lars = createLars();
    must(setPlanField(lars.doc, lars.ctx, { field: 'showTime', value: false }));
    for (const events of [inPart(2), [...inPart(2), [13, { type: 'plan.hidden' }]] as const]) {
      const view = selectRoomView(roomState(lars.doc, events), at(14));
      expect(view.scene).toMatchObject({ time: { kind: 'ends', at: at(60) } });
      expect(JSON.stringify(view)).not.toMatch(/fraction|minutes/);
    }
  });

  it('never shows a note, also when another program has marked it shown', () => {
    const lars = createLars();
    must(addNote(lars.doc, lars.ctx, { text: 'Bara för oss' }));
    const state = roomState(lars.doc, inPart(2));
    const forced = {
      ...state,
      plan: { ...state.plan, notes: state.plan.notes.map((row) => ({ ...row, shown: true })) },
    };
    expect(JSON.stringify(selectRoomView(forced, at(13)))).not.toContain('Bara för oss');
  });
});
