// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { SessionContext } from '../../SessionContext.ts';
import { createTestDevice } from '../../testDevice.ts';
import { AccessibilityView } from './AccessibilityView.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

describe('the accessibility statement', () => {
  it('says what the law asks for: whose, how well, what falls short, how and when tested, who supervises', async () => {
    const { container } = render(<AccessibilityView />);
    const text = container.textContent ?? '';
    for (const words of [
      'SIP-mötet',
      'delvis förenligt',
      'lag (2018:1937)',
      'VoiceOver',
      'granskat programmet själva',
      'senast 22 november 2026',
      'Säg till om något inte fungerar',
      'www.digg.se/tdosanmalan',
    ]) {
      expect(text).toContain(words);
    }
    // An address to read, not one that is gone to: nothing is asked of a third party.
    expect(container.querySelector('a[href^="http"]')).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('names nobody while it is locked, and the organisation of the open vault otherwise', async () => {
    const locked = render(<AccessibilityView />);
    expect(locked.container.textContent).toContain('Fråga den som leder mötet');
    cleanup();
    const { session } = await createTestDevice();
    await session.saveDetails(session.get().person, {
      name: 'Åby kommun',
      contact: 'tillganglighet@aby.example',
    });
    render(
      <SessionContext.Provider value={session}>
        <AccessibilityView />
      </SessionContext.Provider>,
    );
    expect(screen.getByText(/tillganglighet@aby\.example/).closest('p')?.textContent).toBe(
      'Hör av dig till Åby kommun: tillganglighet@aby.example. Det är deras kontakt för personuppgifter. Fråga där vem som tar emot det du vill säga.',
    );
  });
});
