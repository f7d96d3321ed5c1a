// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadTexts } from '../../../i18n/loadTexts.ts';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import type { Answerer, Answers } from '../../../shared/surveyAnswers.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { SeenScreenContext } from '../../SeenScreenContext.ts';
import { createSeenScreen } from '../../seenScreen.ts';
import type { OfficialSurvey } from '../../session/officialSurvey.ts';
import { HowWasItView } from './HowWasItView.tsx';

beforeAll(async () => {
  await Promise.all([loadTexts('sv', 'howWasIt'), loadTexts('sv', 'ownView')]);
});
afterEach(cleanup);

const kept = new Map<string, string>();
beforeEach(() => kept.clear());

const open = (isKept = true, official: OfficialSurvey | null = null) => {
  const onAnswers = vi.fn(async (_who: Answerer, _answers: Answers) => isKept);
  const onBack = vi.fn();
  const workspace = createTestWorkspace({ ...createLars(), log: [], now: () => 0 });
  const seenScreen = createSeenScreen({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  render(
    <SeenScreenContext.Provider value={seenScreen}>
      <TestCase workspace={workspace}>
        <HowWasItView onAnswers={onAnswers} official={official} onBack={onBack} />
      </TestCase>
    </SeenScreenContext.Provider>,
  );
  return { onAnswers, onBack };
};

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

describe('Hur var mötet?', () => {
  it('asks six things, one at a time, with five faces and a way not to answer', async () => {
    const { onAnswers } = open();
    expect(await axeFindings(document.body)).toEqual([]);
    press('Börja');
    expect(screen.getByRole('heading', { name: 'Jag blev bemött med respekt.' })).toBeTruthy();
    expect(await axeFindings(document.body)).toEqual([]);
    press('Stämmer helt');
    press('Jag vill inte svara');
    press('Stämmer inte alls');
    press('Stämmer delvis');
    press('Stämmer ganska bra');
    expect(screen.getByText('6 av 6')).toBeTruthy();
    press('Stämmer inte så bra');
    expect(screen.getByRole('heading', { name: 'Tack för att du svarade' })).toBeTruthy();
    expect(onAnswers.mock.calls).toEqual([
      [
        'individual',
        { respect: 5, influence: null, relevance: 1, structure: 3, information: 4, followUp: 2 },
      ],
    ]);
  });

  it('speaks as a child does to a child', () => {
    const { onAnswers } = open();
    fireEvent.click(screen.getByRole('radio', { name: 'Jag är barn' }));
    press('Börja');
    expect(screen.getByRole('heading', { name: 'De vuxna var snälla mot mig.' })).toBeTruthy();
    for (let statement = 0; statement < 6; statement += 1) press('Stämmer helt');
    expect(onAnswers.mock.calls[0]?.[0]).toBe('child');
  });

  it('lets one go back and answer anew', () => {
    const { onAnswers } = open();
    press('Börja');
    press('Stämmer inte alls');
    press('Tillbaka');
    expect(screen.getByRole('button', { name: 'Stämmer inte alls', pressed: true })).toBeTruthy();
    press('Stämmer helt');
    for (let statement = 1; statement < 6; statement += 1) press('Jag vill inte svara');
    expect(onAnswers.mock.calls[0]?.[1].respect).toBe(5);
  });

  it('tells the leader when the answers could not be kept', async () => {
    open(false);
    press('Börja');
    for (let statement = 0; statement < 6; statement += 1) press('Stämmer helt');
    expect(await screen.findByText(/de här svaren gick inte att spara/u)).toBeTruthy();
  });

  it('keeps nothing of what was broken off, or of nothing', () => {
    const { onAnswers } = open();
    press('Börja');
    press('Stämmer helt');
    press('Sluta');
    expect(screen.getByRole('heading', { name: 'Det går bra att inte svara.' })).toBeTruthy();
    cleanup();
    const again = open();
    press('Börja');
    for (let statement = 0; statement < 6; statement += 1) press('Jag vill inte svara');
    expect(screen.getByRole('heading', { name: 'Det går bra att inte svara.' })).toBeTruthy();
    expect(onAnswers).not.toHaveBeenCalled();
    expect(again.onAnswers).not.toHaveBeenCalled();
  });

  it('tells at the end of the other survey, and whose it is, where there is one', async () => {
    const address = 'https://www.exempel.se/enkat';
    open(true, { address, owner: 'SKR' });
    expect(screen.queryAllByRole('link')).toEqual([]);
    press('Jag vill inte svara');
    expect(
      screen.getByText(/hör inte ihop med frågorna här.* Den kommer från: SKR\./u),
    ).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Öppna den andra enkäten' });
    expect(link.getAttribute('href')).toBe(address);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(screen.getByText(address)).toBeTruthy();
    expect(await axeFindings(document.body)).toEqual([]);
  });

  it('says nothing of anybody, leads nowhere else, and is taken back by holding', async () => {
    const { onBack } = open();
    expect(document.body.textContent).not.toMatch(/Lars/u);
    expect(screen.queryAllByRole('link')).toEqual([]);
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(onBack).not.toHaveBeenCalled();
    expect([...kept]).toEqual([['sip.seen', 'own']]);
    press('Håll intryckt för att ta tillbaka');
    press('Håll intryckt för att ta tillbaka');
    await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
    expect(kept.size).toBe(0);
  });
});
