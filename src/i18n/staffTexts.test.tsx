// @vitest-environment happy-dom
/** Staff's part in English: whole, and where Swedish must stand it stands. */
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Text, textsIn } from './allTexts.ts';
import { initI18n, swedishText, translate } from './i18n.ts';
import { individualNamespaces, leadersParts } from './individualTexts.ts';
import { AlwaysSwedish, useT } from './useT.ts';

const plural = /_(?:one|other)$/u;
/** `languages.test.ts` reads what an individual reads, but for what only the leader does. */
const individual: ReadonlySet<string> = new Set(
  individualNamespaces.filter((each) => leadersParts[each] === undefined),
);
const isStaffs = ({ namespace }: Text): boolean => !individual.has(namespace);
const swedish = textsIn('sv').filter(isStaffs);
const english = new Map(
  textsIn('en')
    .filter(isStaffs)
    .map(({ key, text }) => [key, text]),
);

const values = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name))].sort();

const differing = (differs: (own: string, theirs: Text) => boolean): readonly string[] =>
  swedish.flatMap((each) => {
    const own = english.get(each.key);
    return own !== undefined && differs(own, each) ? [`${each.key}: ${own}`] : [];
  });

/** Names, and what is written alike in both languages. */
const alike: ReadonlySet<string> = new Set([
  'common:app',
  'home:app',
  'backup:plans_one',
  'meeting:start.minutesShort',
  'meeting:authority.region',
  'meeting:authority.low.region',
  'meeting:here.video',
  'plan:text.authority.region',
  'plan:view.versionAt',
  'plan:view.compareVersion',
  'prepare:prepare.personTitle',
  'prepare:prepare.region',
  'prepare:prepare.video',
  'print:authority.region',
  'print:foot.versionNoName',
  'vault:details.authorityRegion',
  'vault:details.organisation',
]);

describe('staff’s part in English', () => {
  it('has every text of the Swedish and no other', () => {
    expect(swedish.length).toBeGreaterThan(2_000);
    const keys = new Set(swedish.map(({ key }) => key));
    expect([...keys].filter((key) => !english.has(key))).toEqual([]);
    expect([...english.keys()].filter((key) => !keys.has(key))).toEqual([]);
  });

  it('keeps values and strong words, and is clean', () => {
    expect(
      differing((own, { key, text }) => {
        const wanted = values(text).filter((name) => !(plural.test(key) && name === 'count'));
        return (
          wanted.some((name) => !values(own).includes(name)) ||
          values(own).some((name) => !values(text).includes(name))
        );
      }),
    ).toEqual([]);
    expect(
      differing((own, { text }) => own.split('**').length !== text.split('**').length),
    ).toEqual([]);
    expect(differing((own) => own.trim() === '' || /^\s|\s$|!/u.test(own))).toEqual([]);
  });

  it('is English, not Swedish left standing', () => {
    expect(
      differing(
        (own, { key, text }) =>
          own === text && /\p{L}{3}/u.test(own.replaceAll(/\{\{\w+\}\}/gu, '')) && !alike.has(key),
      ),
    ).toEqual([]);
  });
});

function View() {
  const t = useT();
  return (
    <p>
      {t('common:action.cancel')} {t.formats.weekdayDateTime(Date.parse('2026-06-09T11:00:00Z'))}
    </p>
  );
}

describe('a program in English', () => {
  beforeAll(() => initI18n('en'));
  // The files share a worker: the next one finds the program in Swedish.
  afterAll(() => initI18n('sv'));
  afterEach(async () => {
    cleanup();
    await initI18n('en');
  });

  it('says its words and writes its dates in English', () => {
    expect(document.documentElement.lang).toBe('en');
    render(<View />);
    expect(screen.getByText('Cancel Tuesday 9 June at 13:00')).toBeTruthy();
    expect(translate.formats.list(['Eva', 'Per'])).toBe('Eva and Per');
  });

  it('says in Swedish what is always Swedish, dates too', async () => {
    render(
      <AlwaysSwedish.Provider value>
        <View />
      </AlwaysSwedish.Provider>,
    );
    expect(screen.getByText('Avbryt tisdag 9 juni 13.00')).toBeTruthy();
    expect(swedishText('common:action.cancel')).not.toBe(translate('common:action.cancel'));
  });

  it('is Swedish again at once when that is chosen', async () => {
    render(<View />);
    await act(() => initI18n('sv'));
    expect(screen.getByText('Avbryt tisdag 9 juni 13.00')).toBeTruthy();
    expect(document.documentElement.lang).toBe('sv');
  });
});
