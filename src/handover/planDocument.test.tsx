// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { translate } from '../i18n/i18n.ts';
import { setNotFor } from '../plan/commands/showRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import type { SipPlan } from '../plan/model.ts';
import { selectPlan } from '../plan/selectors.ts';
import { must } from '../plan/testing.ts';
import { larsCase } from '../plan/testPlans.ts';
import { plantedPlan, wayOf } from '../plan/testPlanted.ts';
import { axeFindings } from '../ui/axeFindings.ts';
import { PlanDocument, shortHash } from './PlanDocument.tsx';
import { stampWords } from './paperWords.ts';
import { planPaper } from './planPaper.ts';

const at = Date.UTC(2026, 4, 5, 12, 0);

const draw = (plan: SipPlan, form: 'screen' | 'paper' = 'paper') =>
  render(<PlanDocument form={form} paper={planPaper(plan)} head={{ kind: 'draft', at }} />);

/** A word or a date of its own in every field, as paper says it. */
const planted = () => {
  const made = plantedPlan({
    date: (date) => `${Number(date.slice(-2))} mars`,
    time: (time) => time.replace(':', '.'),
  });
  made.planted.set('participant.call', 'kallad');
  made.planted.set('participant.attendance', 'video');
  made.planted.set('intervention.status', 'Pågår');
  made.planted.set('answers.saysYes', 'Delvis');
  made.planted.set('lead.authority', 'Kommunen');
  return made;
};

afterEach(cleanup);

describe('the plan on paper', () => {
  it('holds every field that is to be printed, and none that is left out on purpose', () => {
    const { plan, planted: words } = planted();
    const { container } = draw(plan);
    const text = container.textContent ?? '';
    const paths = [...words.keys()];
    const reached = paths.filter((path) => text.includes(words.get(path) ?? ''));
    expect(reached).toEqual(paths.filter((path) => wayOf(path).print === 'yes'));
  });

  it('is grouped by who answers for it: region, kommun, somebody else, the person', () => {
    const { doc } = larsCase();
    draw(selectPlan(doc));
    const table = screen.getByRole('table', { name: /Delmål 1: Sova sex timmar/ });
    const groups = within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
    expect(groups).toEqual([
      'Det här ansvarar regionen för',
      'Gå igenom mediciner',
      'Det här ansvarar kommunen för',
      'Samtal varje vecka',
      'Det här gör Lars själv',
      'Gå ut efter kvällsmjölkningen',
    ]);
    expect(within(table).getAllByRole('columnheader')).toHaveLength(3);
  });

  it('says what is not decided, by whom and when', () => {
    const { doc } = larsCase();
    const { container } = draw(selectPlan(doc));
    expect(container.textContent).toContain('Inte bestämt än. Söks av Per senast 20 maj.');
  });

  it('leaves out what must not reach the receiver, and says that something is left out', () => {
    const { doc, ctx, ids } = larsCase();
    must(setNotFor(doc, ctx, { id: ids.talks, notFor: [ids.eva] }));
    const plan = selectPlan(doc);
    const forEva = planPaper(plan, { participantId: ids.eva, name: 'Eva' });
    expect(JSON.stringify(forEva)).not.toContain('Samtal varje vecka');
    expect(forEva.shortened).toBe(true);
    const own = planPaper(plan);
    expect(JSON.stringify(own)).toContain('Samtal varje vecka');
    expect(own.shortened).toBe(false);
  });

  it('holds no place, phone or unit with protected identity, and has no lines for them', () => {
    const { doc, ctx } = larsCase();
    must(setPlanField(doc, ctx, { field: 'protectedIdentity', value: true }));
    const { container } = draw(selectPlan(doc));
    expect(container.textContent).not.toMatch(/Åby|070-174|Missbruksenheten/);
    expect(screen.queryByText('Adress')).toBeNull();
    expect(screen.queryByText('Telefon')).toBeNull();
    expect(container.textContent).toContain('Skyddade uppgifter');
  });

  it('stands the same on screen, each row once with all who do it', () => {
    const { doc } = larsCase();
    draw(selectPlan(doc), 'screen');
    expect(screen.getAllByText('Gå igenom mediciner')).toHaveLength(1);
    expect(screen.getByText(/Eva, sjuksköterska, Vårdcentralen i Åby \(region\)/)).toBeTruthy();
  });

  it('breaks no rule of axe, on paper or on screen', async () => {
    const { plan } = planted();
    for (const form of ['paper', 'screen'] as const) {
      const { container } = draw(plan, form);
      expect(await axeFindings(container)).toEqual([]);
      cleanup();
    }
  }, 60_000);
});

describe('the stamp', () => {
  it('says working material until the plan is entered, then where and when', () => {
    expect(stampWords({ kind: 'arbetsmaterial' }, 'Åby kommun', translate)).toBe(
      'Arbetsmaterial från SIP-mötet. Den gällande planen finns hos Åby kommun.',
    );
    expect(
      stampWords({ kind: 'infort', system: 'SAMSA', date: '2026-05-06' }, 'Åby kommun', translate),
    ).toBe('Infört i SAMSA 6 maj 2026');
  });
});

describe('shortHash', () => {
  it('gives twelve characters in groups of four', () => {
    expect(shortHash('0123456789abcdef')).toBe('0123 4567 89ab');
  });
});
