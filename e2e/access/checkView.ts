/** One view in every form in which somebody may meet it: axe-core in each, and what axe-core does not look for. */
import { findViolations } from '../driver/axe.ts';
import type { Viewport } from '../driver/types.ts';
import { inspect, inspectFocus, placesOf } from './inspect.ts';
import type { Seen } from './measureView.ts';

const tablet: Viewport = { width: 1180, height: 820 };
const standing: Viewport = { width: 820, height: 1180 };
/** The width of a page of 1280 at 400 % (WCAG 1.4.10). */
const narrow: Viewport = { width: 320, height: 640 };
/** The same page's height as well. */
const least: Viewport = { width: 320, height: 256 };
const phone: Viewport = { width: 360, height: 800 };
/** A window of its own, on a wall and to be shared in a video meeting. */
const wall: Viewport = { width: 1920, height: 1080 };
const small: Viewport = { width: 800, height: 450 };

type Scheme = 'light' | 'dark' | 'forced colours';

/** A form of the page: how it looks, how wide it is, how large its text. */
interface Form {
  readonly scheme: Scheme;
  readonly viewport: Viewport;
  readonly large: boolean;
}

const schemes: readonly Scheme[] = ['light', 'dark', 'forced colours'];

const sizes: readonly Omit<Form, 'scheme'>[] = [
  { viewport: tablet, large: false },
  { viewport: narrow, large: false },
  { viewport: tablet, large: true },
];

/** Every scheme at every size. */
const allForms: readonly Form[] = schemes.flatMap((scheme) =>
  sizes.map((size) => ({ scheme, ...size })),
);

const nameOf = ({ scheme, viewport, large }: Form): string =>
  `${scheme}, ${viewport.width}×${viewport.height}${large ? ', 200 %' : ''}`;

/** In the page: everything is scrolled to its beginning and drawn. */
const settle = (): Promise<void> => {
  for (const each of document.querySelectorAll('*')) if (each.scrollTop > 0) each.scrollTop = 0;
  return new Promise((drawn) => {
    requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
  });
};

export interface Round {
  /** What was found, with the view and its form. */
  readonly found: readonly string[];
  readonly seen: readonly string[];
  /** How many times a rule or a check was held against a form of a view. */
  readonly checks: number;
  readonly at: (view: string) => Promise<void>;
}

export interface RoundOptions {
  /**
   * `slice`: what `npm test` has time for; `all`: every form; `language`: what another language can change; `wall`: a
   * window that nobody touches.
   */
  readonly extent: 'slice' | 'all' | 'language' | 'wall';
}

/** Remembers what is wrong in each view, so that a run tells of all of them. The browser is opened without motion. */
export const createRound = (seenIn: Seen, { extent }: RoundOptions): Round => {
  const { page, playwrightPage } = seenIn;
  const found: string[] = [];
  const seen: string[] = [];
  let checks = 0;

  /** The meeting lays itself out when its window changes, and looks at the size of its letters then. */
  const layOutAnew = async (viewport: Viewport): Promise<void> => {
    for (const more of [8, 0]) {
      await page.setViewport({ ...viewport, height: viewport.height + more });
      await page.evaluate(settle);
    }
  };

  const take = async ({ scheme, viewport, large }: Form): Promise<void> => {
    await playwrightPage.emulateMedia({
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      forcedColors: scheme === 'forced colours' ? 'active' : 'none',
      reducedMotion: 'reduce',
    });
    const isOther = await page.evaluate(
      (size) => {
        const { dataset } = document.documentElement;
        const differs = dataset['textSize'] !== size;
        dataset['textSize'] = size;
        return differs;
      },
      large ? '200' : '100',
    );
    if (isOther) return layOutAnew(viewport);
    await page.setViewport(viewport);
    await page.evaluate(settle);
  };

  const tell = (view: string, form: string, what: readonly string[]): void => {
    checks += 1;
    found.push(...what.map((each) => `${view}, ${form}: ${each}`));
  };

  const axe = async (view: string, form: Form, only: readonly string[] = []): Promise<void> => {
    await take(form);
    // Ours is stricter (48 px, not 24), and does not count what lies half under the edge that it is scrolled from.
    const violations = await findViolations(page, { without: ['target-size'], only });
    tell(
      view,
      nameOf(form),
      violations.map(({ rule, places }) => `${rule}: ${places.join(' | ')}`),
    );
  };

  const look = async (view: string, viewport: Viewport, large: boolean): Promise<void> => {
    const form: Form = { scheme: 'light', viewport, large };
    await take(form);
    // Brings what names things to a page that nothing was looked for in yet.
    await page.exists('main', /./);
    const wanted = { touch: !large, names: !large, motion: !large };
    tell(view, nameOf(form), await page.evaluate(inspect, wanted));
  };

  const rest: Form = { scheme: 'light', viewport: tablet, large: false };

  const slice = async (view: string): Promise<void> => {
    await axe(view, rest);
    // In the same place and size only the colours are others.
    await axe(view, { ...rest, scheme: 'dark' }, ['color-contrast']);
    await look(view, narrow, false);
    await look(view, tablet, true);
    await take(rest);
  };

  /** Letters and lines further apart, as some readers set them (WCAG 1.4.12). */
  const spaced = async (view: string): Promise<void> => {
    await take({ ...rest, viewport: standing });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    // Who has such a style has it from the start.
    await layOutAnew(standing);
    const wanted = { touch: false, names: false, motion: false };
    tell(view, 'text spacing', await page.evaluate(inspect, wanted));
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  };

  /** From right to left everything lies as in a mirror. */
  const mirrored = async (view: string): Promise<void> => {
    await take(rest);
    // What has a direction of its own stays.
    if (await page.evaluate(() => document.querySelector('#app [dir="rtl"]') !== null)) return;
    const before = await page.evaluate(placesOf);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const after = await page.evaluate(placesOf);
    const wanted = { touch: false, names: false, motion: false };
    tell(view, 'right to left', await page.evaluate(inspect, wanted));
    await page.evaluate(() => {
      document.documentElement.removeAttribute('dir');
    });
    tell(
      view,
      'right to left',
      before.flatMap((place, index) => {
        const other = after[index];
        const isSame =
          other !== undefined &&
          Math.abs(other.start - place.start) <= 2 &&
          Math.abs(other.top - place.top) <= 2;
        return isSame
          ? []
          : [
              `not mirrored: ${place.name} at ${Math.round(place.start)},${Math.round(place.top)}, now ${Math.round(other?.start ?? -1)},${Math.round(other?.top ?? -1)}`,
            ];
      }),
    );
  };

  /** Wherever the focus goes it is seen, also where only lines show it and little fits. */
  const focused = async (view: string): Promise<void> => {
    for (const viewport of [tablet, least]) {
      const form: Form = { scheme: 'forced colours', viewport, large: false };
      await take(form);
      tell(view, `${nameOf(form)}, focus`, await page.evaluate(inspectFocus));
    }
  };

  const inLanguage = async (view: string): Promise<void> => {
    for (const form of allForms) await axe(view, form);
    await look(view, tablet, false);
    await look(view, narrow, false);
    for (const viewport of [tablet, standing, phone]) await look(view, viewport, true);
    await take(rest);
  };

  const all = async (view: string): Promise<void> => {
    await inLanguage(view);
    await spaced(view);
    await mirrored(view);
    await focused(view);
    await take(rest);
  };

  const onWall = async (view: string): Promise<void> => {
    for (const viewport of [wall, small]) {
      for (const scheme of schemes) await axe(view, { scheme, viewport, large: false });
      await look(view, viewport, false);
    }
    await take({ ...rest, viewport: wall });
  };

  const checkBy = { slice, all, language: inLanguage, wall: onWall };

  return {
    found,
    seen,
    get checks() {
      return checks;
    },
    at: async (view) => {
      seen.push(view);
      // A page that is loaded when it is gone to may come a moment later.
      await page.waitUntil(() => document.querySelector('h1') !== null, []);
      await checkBy[extent](view);
    },
  };
};
