/** As lars.test.ts: for somebody who has no pointer, and in the families of browser of Firefox and of the iPad. */
import { describe, it } from 'vitest';
import { engines } from '../driver/openBrowser.ts';
import { withKeyboard } from '../driver/withKeyboard.ts';
import { walkLars } from './t1/walkLars.ts';

const others = engines.filter((engine) => engine !== 'chromium');

describe('Lars is led from first start to a plan that is ready, without network', () => {
  it('with the keyboard alone, seeing after every step where one is', () =>
    walkLars({ engine: 'chromium', hand: (page) => withKeyboard(page) }));

  it.each(others)('in %s', (engine) => walkLars({ engine }));
});
