// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadTexts } from '../../../i18n/loadTexts.ts';
import { createLars, inPart } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { minute } from '../../../meeting/clock.ts';
import { placed, testStart, timed } from '../../../meeting/testMeeting.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { must } from '../../../plan/testing.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { openEasy } from './openEasy.ts';

/** However busy the machine is. */
const soon = { timeout: 20_000 };
const at = testStart + 120 * minute;

const open = async (language?: string) => {
  const lars = createLars();
  if (language !== undefined) {
    must(setPlanField(lars.doc, lars.ctx, { field: 'language', value: language }));
  }
  const workspace = createTestWorkspace({
    ...lars,
    log: placed(timed([...inPart(4), [55, { type: 'meeting.ended' }]])),
    now: () => at,
  });
  await Promise.all([
    loadTexts('ar', 'easy'),
    loadTexts('sv-x-lattlast', 'easy'),
    import('../../../individual/roomWordsIn.ts'),
  ]);
  const EasyView = await openEasy();
  const { container } = render(
    <TestCase workspace={workspace}>
      <EasyView clock={{ now: () => at, monotonic: () => 0 }} organisation="Åby kommun" />
    </TestCase>,
  );
  await screen.findByRole('article');
  return { container, workspace };
};

const paper = (): string => document.querySelector('.print-root')?.textContent ?? '';

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
});
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('Lättläst', () => {
  it('is in lättläst svenska where the plan has no other language, explains hard words, and can change', async () => {
    const { container } = await open();
    screen.getByRole('heading', { level: 1, name: 'Din plan' });
    screen.getByRole('heading', { level: 2, name: 'Vem ska jag ringa?' });
    fireEvent.click(await screen.findByRole('button', { name: 'Boendestöd' }, soon));
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Språk' }));
    fireEvent.click(screen.getByRole('radio', { name: 'العربية' }));
    await waitFor(() => expect(container.querySelector('.easy--two')).not.toBeNull(), soon);
    expect(container.querySelector('article')?.dir).toBe('rtl');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is in the language of the plan from the start, on paper too', async () => {
    const { container } = await open('arabiska');
    await waitFor(() => expect(container.querySelector('.easy--two')).not.toBeNull(), soon);
    expect(container.querySelector('article')?.lang).toBe('ar');
    expect(document.querySelector('.print-root article')?.getAttribute('lang')).toBe('ar');
  });

  it('is what comes on paper, with the stamp and what it means, and its printing is logged', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const { workspace } = await open();
    expect(document.querySelectorAll('.print-root')).toHaveLength(1);
    expect(paper()).toContain(
      'Arbetsmaterial från SIP-mötet. Den gällande planen finns hos Åby kommun.',
    );
    expect(paper()).toContain('Det här är en kopia. Åby kommun har den riktiga planen.');
    expect(paper()).toContain('Planen är inte färdig än.');
    fireEvent.click(screen.getByRole('button', { name: 'Skriv ut' }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    const facts = workspace.current().state.log.map(({ fact }) => fact);
    expect(facts.find(({ type }) => type === 'case.printed')?.data).toEqual({
      what: 'easy',
      to: 'Lars Svensson',
    });
  });

  it('names no organisation on the paper of somebody with protected identity', async () => {
    const { workspace } = await open();
    await workspace
      .current()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'protectedIdentity', value: true }));
    await waitFor(() => expect(paper()).not.toContain('Åby'));
    expect(paper()).toContain('De som håller ordning på planen har den riktiga.');
  });
});
