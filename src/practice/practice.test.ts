import { describe, expect, it } from 'vitest';
import { foldConsent } from '../consent/consent.ts';
import { parts } from '../meeting/parts.ts';
import { createPlanDocument } from '../plan/document.ts';
import { selectPlan } from '../plan/selectors.ts';
import { createContext, must } from '../plan/testing.ts';
import type { PlacedFact } from '../shared/fact.ts';
import { fillLars, larsFacts } from './lars.ts';
import { hardMoments, larsScript, momentAt, momentsOfPart } from './larsScript.ts';

const meeting = { date: '2026-06-01', time: '13:00' };

const loadLars = () => {
  const doc = createPlanDocument();
  const ctx = createContext();
  must(fillLars(meeting)(doc, ctx));
  const facts = larsFacts(meeting).map(
    (make, index): PlacedFact => ({ fact: make(ctx), device: 'a', seq: index + 1, seen: {} }),
  );
  return { plan: selectPlan(doc), consent: foldConsent(facts) };
};

describe('the practice case', () => {
  it('is ready to lead: people, questions, purpose, time and place', () => {
    const { plan } = loadLars();
    expect(plan.participants.map(({ name }) => name)).toEqual([
      'Lars',
      'Maria',
      'Göran',
      'Eva Nilsson',
      'Per Holm',
      'Anna Lind',
    ]);
    expect(plan.participants.map(({ authority }) => authority.value)).toEqual([
      null,
      'annan',
      'annan',
      'region',
      'kommun',
      'kommun',
    ]);
    expect(plan.participants.filter(({ isIndividual }) => isIndividual)).toHaveLength(1);
    expect(plan.important).toEqual({ text: 'Behålla gården och kunna sova.', shown: false });
    expect(plan.questions.length).toBeGreaterThanOrEqual(3);
    expect(plan.purpose).not.toBe('');
    expect(plan.meeting).toMatchObject({
      date: { value: '2026-06-01' },
      time: { value: '13:00' },
      place: { value: 'Vårdcentralen i Åby' },
      minutes: { value: 60 },
    });
  });

  it('has a yes to making a SIP, no answer yet about sharing, and two who are not to know', () => {
    const { consent } = loadLars();
    expect(consent.make.answer).toBe('yes');
    expect(consent.share.answer).toBeNull();
    expect(consent.exceptedParties.map(({ name }) => name).sort()).toEqual([
      'Djurskyddet',
      'Grannarna',
    ]);
  });

  it('shows nothing to the room from the start', () => {
    const { plan } = loadLars();
    expect(JSON.stringify(plan)).not.toContain('"shown":true');
  });

  it('holds only numbers of the series kept for fiction, and no personnummer', () => {
    const text = JSON.stringify(loadLars().plan);
    for (const number of text.match(/\d{2,4}-\d[\d ]+\d/gu) ?? []) {
      if (!/^\d{4}-/u.test(number)) expect(number).toMatch(/^070-174 06 (0[5-9]|[1-9]\d)$/u);
    }
    expect(text).toMatch(/070-174 06/u);
    expect(text).not.toMatch(/\d{6,8}-\d{4}/u);
  });
});

describe('the practice script', () => {
  it('has something in every part, and the four moments that no form prepares for', () => {
    for (const part of parts) expect(momentsOfPart(part).length).toBeGreaterThan(0);
    expect(hardMoments().map(({ id }) => id)).toEqual([
      'aktuellSituation.silence',
      'behov.tear',
      'behov.decides',
      'sammanfattning.fine',
    ]);
    for (const moment of hardMoments()) expect(moment.tip).not.toBeNull();
  });

  it('is told moment by moment within a part, and ends', () => {
    const count = momentsOfPart('behov').length;
    expect(momentAt('behov', 0)?.id).toBe('behov.eva');
    expect(momentAt('behov', count)).toBeNull();
    expect(new Set(larsScript.map(({ id }) => id)).size).toBe(larsScript.length);
  });
});
