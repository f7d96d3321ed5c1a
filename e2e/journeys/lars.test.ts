/**
 * The main job, by hand: a leader makes Lars's SIP (domain.md 12.2, T1) from first start to a plan that is ready,
 * printed and taken along, without network. In the middle the browser is killed, or the page loaded anew. The other
 * ways (keyboard, other engines) stand in larsOtherWays.test.ts, so that two cores share the work.
 */
import { describe, expect, it } from 'vitest';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Browser } from '../driver/types.ts';
import { type Heard, withScreenReader } from '../driver/withScreenReader.ts';
import { walkLars } from './t1/walkLars.ts';

const phone = { viewport: { width: 360, height: 800 }, touch: true, typing: 'words' } as const;

describe('Lars is led from first start to a plan that is ready, without network', () => {
  it('on a tablet, killed in the middle', () => walkLars({ engine: 'chromium', isKilled: true }));

  it('on a phone, by what a screen reader is told after every step', async () => {
    const heard: Heard[] = [];
    const hand = (_: unknown, browser: Browser) =>
      withScreenReader(browser as ChromiumBrowser, heard);
    await walkLars({ engine: 'chromium', options: phone, hand });
    expect(heard.length).toBeGreaterThan(120);
    saysWhereOneIs(heard);
  });
});

/** Every view is begun at its heading, every dialog at its own; the next part and what is saved are said. */
const saysWhereOneIs = (heard: readonly Heard[]): void => {
  const focusAfter = (step: string): string | undefined =>
    heard.find((each) => each.step === step)?.focus;
  expect(focusAfter('press link “Ny SIP”')).toBe('heading “Ny SIP”');
  expect(focusAfter('press link “Vidare till samtycke”')).toBe('heading “Samtycke”');
  expect(focusAfter('press button “Lägg till person”')).toBe('heading “Lägg till person”');
  expect(focusAfter('press link “Gå till mötet”')).toBe('heading “Starta mötet”');
  expect(focusAfter('press button “Bara jag ser skärmen nu”')).toBe('heading “SIP-möte”');
  expect(focusAfter('press button “Granska”')).toBe('region “Sammanfattning”');
  expect(focusAfter('press link “Gå till planen”')).toBe('heading “Planen”');
  const said = heard.flatMap((each) => each.said).join(' | ');
  for (const part of ['Aktuell situation', 'Behov', 'Avslutning']) expect(said).toContain(part);
  expect(said).toContain('Sparat här');
  // Not at every key.
  expect(said).not.toContain('Sparar…');
};
