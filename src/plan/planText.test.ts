import { describe, expect, it } from 'vitest';
import swedish from '../i18n/locales/sv/plan.json' with { type: 'json' };
import { addDisagreement, addIntervention, addNote } from './commands/addRows.ts';
import { setParticipantField, setParticipantText } from './commands/participants.ts';
import { setNotFor } from './commands/showRows.ts';
import { setLead, setPlanField } from './commands/wholePlan.ts';
import { applyUpdate, createPlanDocument, encodeState } from './document.ts';
import { type PlanTextOptions, planToText } from './planText.ts';
import { planForOutput } from './protectedIdentity.ts';
import { selectPlan } from './selectors.ts';
import { createContext, must, per } from './testing.ts';
import { larsCase } from './testPlans.ts';
import { wordsFrom } from './testWords.ts';

const words = wordsFrom(swedish);

const draft: PlanTextOptions = {
  receiver: null,
  status: { kind: 'draft', date: '2026-05-05' },
  stamp: { kind: 'workingMaterial', organisation: 'Vuxenteamet' },
};

describe('the plan as text', () => {
  it('has the order of the form: Delmål, Insatser, Ansvarig, Uppföljning', () => {
    const text = planToText(selectPlan(larsCase().doc), words, draft);
    expect(text).toBe(`Samordnad individuell plan (SIP)
Utkast 2026-05-05
Arbetsmaterial från SIP-mötet. Den gällande planen finns hos Vuxenteamet.

Planen tillhör: Lars
Ny SIP

Deltagare
– Lars
– Eva, sjuksköterska, Vårdcentralen i Åby (region) · 070-174 06 05
– Per, behandlare, Missbruksenheten (kommun)
– Karin, hustru

Det här är viktigt, med egna ord
– Behålla gården och kunna sova.

Delmål 1: Sova sex timmar per natt
Senast 2026-06-01
Insats: Gå igenom mediciner
  När: före 2026-06-01
  Ansvarig: Eva, sjuksköterska, Vårdcentralen i Åby (region)
  Beslut: behövs inte
  Uppföljning: Eva ringer Lars
Insats: Samtal varje vecka
  När: varje vecka, tisdagar
  Ansvarig: Per, behandlare, Missbruksenheten (kommun)
  Beslut: söks av Per senast 2026-05-20
Det här gör Lars: Gå ut efter kvällsmjölkningen

Huvudansvarig för SIP:en: kommun
Håller i planen: Per, behandlare, Missbruksenheten

Nästa möte: 2026-06-09
Tid: 13.00
Plats: Vårdcentralen i Åby
Kallar till mötet: Per

Arbetsmaterial från SIP-mötet. Den gällande planen finns hos Vuxenteamet.
`);
  });

  it('says where the plan is entered once it is', () => {
    const text = planToText(selectPlan(larsCase().doc), words, {
      ...draft,
      status: { kind: 'version', n: 2, date: '2026-05-06' },
      stamp: { kind: 'entered', system: 'Samsa', date: '2026-05-07' },
    });
    expect(text).toContain('Klar, version 2, 2026-05-06\nInfört i Samsa 2026-05-07');
    expect(text).not.toContain('Arbetsmaterial');
  });

  it('leaves out what is for those who write, and private phones', () => {
    const { doc, ctx, ids } = larsCase();
    must(addNote(doc, ctx, { text: 'HEMLIGT' }));
    const field = 'privatePhone';
    must(setParticipantField(doc, ctx, { id: ids.karin, field, value: '070-174 06 99' }));
    must(setParticipantField(doc, ctx, { id: ids.karin, field: 'spokenBefore', value: 'HEMLIGT' }));
    must(setPlanField(doc, ctx, { field: 'coordinationNeed', value: 'stort' }));
    must(setPlanField(doc, ctx, { field: 'address', value: 'HEMLIGT' }));
    const text = planToText(selectPlan(doc), words, draft);
    for (const secret of ['HEMLIGT', '06 99', 'stort']) expect(text).not.toContain(secret);
  });

  it('leaves out a row that must not reach the receiver, and says that something is left out', () => {
    const { doc, ctx, ids } = larsCase();
    const row = must(addDisagreement(doc, ctx, { text: 'Om körkortet' }));
    must(setNotFor(doc, ctx, { id: row, notFor: [ids.karin] }));
    const toKarin = { ...draft, receiver: { participantId: ids.karin, name: 'Karin' } };
    const toEva = { ...draft, receiver: { participantId: ids.eva, name: 'Eva' } };
    expect(planToText(selectPlan(doc), words, toKarin)).not.toContain('körkortet');
    expect(planToText(selectPlan(doc), words, toKarin)).toContain(swedish.text.shortened);
    expect(planToText(selectPlan(doc), words, toEva)).toContain('körkortet');
    expect(planToText(selectPlan(doc), words, toEva)).not.toContain(swedish.text.shortened);
  });

  it('keeps the help that stands under a step that is left out', () => {
    const { doc, ctx, ids } = larsCase();
    must(setNotFor(doc, ctx, { id: ids.sleep, notFor: [' karin '] }));
    const receiver = { participantId: null, name: 'Karin' };
    const text = planToText(selectPlan(doc), words, { ...draft, receiver });
    expect(text).not.toContain('Sova sex timmar');
    expect(text).toContain('Gå igenom mediciner');
  });

  it('gives both where two wrote different things', () => {
    const { doc, ctx } = larsCase();
    const other = createPlanDocument();
    must(applyUpdate(other, encodeState(doc)));
    must(setLead(doc, ctx, { authority: 'region' }));
    must(setLead(other, createContext('b', per), { authority: null }));
    must(setLead(other, createContext('c', per), { authority: 'kommun' }));
    must(applyUpdate(doc, encodeState(other)));
    expect(planToText(selectPlan(doc), words, draft)).toMatch(
      /Två har skrivit olika: .*(region \/ .*kommun|kommun \/ .*region)/,
    );
  });
});

describe('protected identity', () => {
  const places = ['Åby', 'Missbruksenheten', '070-174', 'Vuxenteamet', 'PLATS', 'ADRESS', 'PNR'];

  const protectedCase = () => {
    const lars = larsCase();
    const { doc, ctx, ids } = lars;
    must(setPlanField(doc, ctx, { field: 'address', value: 'ADRESS' }));
    must(setPlanField(doc, ctx, { field: 'personnummer', value: 'PNR' }));
    must(setPlanField(doc, ctx, { field: 'meetingPlace', value: 'PLATS' }));
    must(setParticipantField(doc, ctx, { id: ids.karin, field: 'protectedIdentity', value: true }));
    // A unit written where the function is asked for.
    const unit = 'skolkurator Åby skola';
    must(setParticipantText(doc, ctx, { id: ids.karin, field: 'function', text: unit }));
    const doer = { service: '', authority: 'kommun', function: unit } as const;
    must(
      addIntervention(doc, ctx, {
        text: 'Stöd i skolan',
        doers: [
          { ...doer, participantId: ids.karin, name: '' },
          { ...doer, participantId: null, name: 'Siv Berg' },
        ],
      }),
    );
    return lars;
  };

  it('of anybody in the case leaves out where people are, everywhere', () => {
    const plan = selectPlan(protectedCase().doc);
    const text = planToText(plan, words, draft);
    const filtered = JSON.stringify(planForOutput(plan, { receiver: null }).plan);
    for (const place of places) {
      expect(text).not.toContain(place);
      expect(filtered).not.toContain(place);
    }
    expect(text).toContain(swedish.text.guarded);
  });

  it('lets a person add one thing by hand, this once', () => {
    const plan = selectPlan(protectedCase().doc);
    const options: PlanTextOptions = { ...draft, addedByHand: new Set(['nextPlace']) };
    const text = planToText(plan, words, options);
    expect(text).toContain('Plats: Vårdcentralen i Åby');
    expect(text).not.toContain('Missbruksenheten');
  });

  it('says the function where nothing else says who', () => {
    const { doc, ctx } = protectedCase();
    const nameless = { participantId: null, name: '', service: '', authority: 'kommun' } as const;
    must(
      addIntervention(doc, ctx, {
        text: 'Ringa',
        doers: [{ ...nameless, function: 'boendestödjare' }],
      }),
    );
    const text = planToText(selectPlan(doc), words, draft);
    expect(text).toContain('boendestödjare');
    expect(text).toContain('Siv Berg');
  });

  it('holds while two have written different things', () => {
    const { doc, ctx } = larsCase();
    const other = createPlanDocument();
    must(applyUpdate(other, encodeState(doc)));
    must(setPlanField(doc, ctx, { field: 'protectedIdentity', value: false }));
    const b = createContext('b', per);
    must(setPlanField(other, b, { field: 'protectedIdentity', value: true }));
    must(applyUpdate(doc, encodeState(other)));
    expect(planForOutput(selectPlan(doc), { receiver: null }).guarded).toBe(true);
  });
});
