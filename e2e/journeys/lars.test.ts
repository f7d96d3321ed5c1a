/**
 * The main job, by hand: a leader makes Lars's SIP (domain.md 12.2, T1) from first start to a plan that is ready,
 * printed and taken along, without network. In the middle the browser is killed, or the page loaded anew. The other
 * ways (keyboard, other engines) stand in larsOtherWays.test.ts, so that two cores share the work.
 */
import { describe, it } from 'vitest';
import { walkLars } from './t1/walkLars.ts';

const phone = { viewport: { width: 360, height: 800 }, touch: true } as const;

describe('Lars is led from first start to a plan that is ready, without network', () => {
  it('on a tablet, killed in the middle', () => walkLars({ engine: 'chromium', isKilled: true }));

  it('on a phone', () => walkLars({ engine: 'chromium', options: phone }));
});
