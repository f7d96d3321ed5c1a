// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../i18n/i18n.ts';
import { lix } from '../i18n/lix.ts';
import { setParticipantField } from '../plan/commands/participants.ts';
import { setNotFor } from '../plan/commands/showRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import type { SipPlan } from '../plan/model.ts';
import { selectPlan } from '../plan/selectors.ts';
import { must } from '../plan/testing.ts';
import { larsCase } from '../plan/testPlans.ts';
import { axeFindings } from '../ui/axeFindings.ts';
import { EasySummary } from './EasySummary.tsx';
import { easyPlan } from './easyPlan.ts';
import { planPaper } from './planPaper.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const draw = (plan: SipPlan) =>
  render(
    <EasySummary
      form="paper"
      plan={easyPlan(planPaper(plan, { participantId: null, name: 'Lars' }))}
    />,
  );

describe('the easy summary', () => {
  it('begins with whom to ask about what, and breaks no rule of axe', async () => {
    const { doc, ctx, ids } = larsCase();
    must(setParticipantField(doc, ctx, { id: ids.eva, field: 'askAbout', value: 'medicinerna' }));
    must(setParticipantField(doc, ctx, { id: ids.eva, field: 'workPhone', value: '0123-45' }));
    const { container } = draw(selectPlan(doc));
    const [first] = screen.getAllByRole('heading', { level: 2 });
    expect(first?.textContent).toBe('Vem kan jag fråga?');
    screen.getByText('Fråga om: medicinerna');
    screen.getByText('Ring: 0123-45');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('tells what is decided apart from what is not, each row once, in easy words', () => {
    const { doc } = larsCase();
    const { container } = draw(selectPlan(doc));
    expect(screen.getAllByText('Gå igenom mediciner')).toHaveLength(1);
    const undecided = screen.getByRole('heading', { name: 'Det här är inte klart än' });
    expect(undecided.parentElement?.textContent).toContain('Per ska ansöka om det före 20 maj.');
    const lines = [...container.querySelectorAll('p')].map((line) => line.textContent);
    expect(lix(lines)).toBeLessThan(35);
  });

  it('leaves out what is hard to have on a wall, and what must not reach the person', () => {
    const { doc, ctx, ids } = larsCase();
    must(setNotFor(doc, ctx, { id: ids.talks, notFor: ['Lars'] }));
    const plan = selectPlan(doc);
    const { container } = draw(plan);
    expect(container.textContent).not.toContain('Samtal varje vecka');
    for (const { text } of [...plan.worksLess, ...plan.disagreements, ...plan.later, ...plan.notes])
      expect(container.textContent).not.toContain(text);
  });

  it('holds no place, phone or unit with protected identity, and says why', () => {
    const { doc, ctx } = larsCase();
    must(setPlanField(doc, ctx, { field: 'protectedIdentity', value: true }));
    const { container } = draw(selectPlan(doc));
    expect(container.textContent).not.toMatch(/Åby|070-174|Missbruksenheten/);
    screen.getByText(/för att skydda dig/);
  });
});
