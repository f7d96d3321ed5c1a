/** As axeStart.test.ts, for what is shared: on the leader's device, and on the phone of one who follows in four languages. */
import { expect, it } from 'vitest';
import { openChromium } from '../driver/chromium.ts';
import { startSyncApp } from '../sync/startSyncApp.ts';
import { createRound } from './checkView.ts';
import { shareViews } from './views.ts';
import { walkShare } from './walkShare.ts';

it('every view of sharing can be read and used by all', async () => {
  const server = await startSyncApp();
  const tablet = await openChromium({ typing: 'words', reducedMotion: true, timeout: 45_000 });
  const phone = await openChromium({ reducedMotion: true, timeout: 45_000 });
  try {
    const here = createRound(tablet, { extent: 'slice' });
    const there = createRound(phone, { extent: 'slice' });
    const [page, lars] = [tablet.page, phone.page];
    await walkShare({ page, lars, url: server.url, here: here.at, there: there.at });
    expect([...here.found, ...there.found]).toEqual([]);
    const seen = new Set([...here.seen, ...there.seen]);
    expect(shareViews.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  } finally {
    await Promise.all([tablet.close(), phone.close()]);
    await server.remove();
  }
}, 600_000);
