import { describe, expect, it } from 'vitest';
import { appleHome } from './appleHome.ts';

/** As the browsers themselves say it. */
const apple: readonly (readonly [string, string, number])[] = [
  [
    'iPad, Safari, as a desktop (the default since iPadOS 13)',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    5,
  ],
  [
    'iPad, Safari, as a mobile',
    'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    5,
  ],
  [
    'iPad, Chrome',
    'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1',
    5,
  ],
  [
    'iPad, Edge, as a desktop',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 EdgiOS/125.0.2535.96 Mobile/15E148 Safari/605.1.15',
    5,
  ],
  [
    'iPad, Firefox',
    'Mozilla/5.0 (iPad; CPU OS 14_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/127.0 Mobile/15E148 Safari/605.1.15',
    5,
  ],
  [
    'iPhone, Safari',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    5,
  ],
];

const others: readonly (readonly [string, string, number])[] = [
  [
    'Mac, Safari',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    0,
  ],
  [
    'Mac, Chrome',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    0,
  ],
  [
    'Android tablet, Chrome',
    'Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    5,
  ],
  [
    'Windows tablet, Edge',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
    10,
  ],
  [
    'Chromebook, touch',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    10,
  ],
  ['Linux, Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 0],
  [
    'Windows phone, which once named the iPhone',
    'Mozilla/5.0 (Mobile; Windows Phone 8.1; Android 4.0; ARM; Trident/7.0; Touch; rv:11.0; IEMobile/11.0; NOKIA; Lumia 930) like iPhone OS 7_0_3 Mac OS X AppleWebKit/537 (KHTML, like Gecko) Mobile Safari/537',
    5,
  ],
];

describe('an iPad or iPhone', () => {
  it.each(apple)('is known: %s', (_what, userAgent, maxTouchPoints) => {
    expect(appleHome({ userAgent, maxTouchPoints, isStandalone: false })).toBe('tab');
    expect(appleHome({ userAgent, maxTouchPoints, isStandalone: true })).toBe('installed');
  });

  it.each(others)('is not taken for: %s', (_what, userAgent, maxTouchPoints) => {
    for (const isStandalone of [false, true]) {
      expect(appleHome({ userAgent, maxTouchPoints, isStandalone })).toBeNull();
    }
  });
});
