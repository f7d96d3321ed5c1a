// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import type { JSX } from 'preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import { type LanguageCode, offeredLanguages } from '../../i18n/languages.ts';
import { lix } from '../../i18n/lix.ts';
import { loadTexts } from '../../i18n/loadTexts.ts';
import { addIntervention, addOwnAction, addSubgoal } from '../../plan/commands/addRows.ts';
import { setWhere } from '../../plan/commands/editRows.ts';
import { setParticipantField } from '../../plan/commands/participants.ts';
import { setNotFor, setNotWithChild } from '../../plan/commands/showRows.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import type { SipPlan } from '../../plan/model.ts';
import { selectPlan } from '../../plan/selectors.ts';
import { createWriter, must } from '../../plan/testing.ts';
import { larsCase } from '../../plan/testPlans.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { plantEverywhere } from '../plantEverywhere.ts';
import { mayStandInCopy } from '../testAllowed.ts';
import { fullCase } from '../testFullCase.ts';
import { inPart, roomState } from '../testRoom.ts';
import { EasyCopy } from './EasyCopy.tsx';
import { easyCopy } from './easyCopy.ts';
import { useEasyWords } from './easyWords.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => {
  await Promise.all([initI18n('sv'), import('../roomWordsIn.ts')]);
}, 60_000);
afterEach(cleanup);

function Shown({ plan, language }: { plan: SipPlan; language: LanguageCode }): JSX.Element | null {
  const words = useEasyWords(language);
  return words === null || words.language !== language ? null : (
    <EasyCopy
      copy={easyCopy(plan)}
      words={words}
      state={{ isReady: true, date: '2026-05-05' }}
      form="paper"
    />
  );
}

/** However busy the machine is. */
const soon = { timeout: 20_000 };

const draw = async (plan: SipPlan, language: LanguageCode = 'sv'): Promise<Element> => {
  await Promise.all([loadTexts(language, 'easy'), loadTexts('sv', 'coded')]);
  const { container } = render(<Shown plan={plan} language={language} />);
  await screen.findByRole('article');
  // The words of the shared view come by themselves.
  if (!language.startsWith('sv')) {
    await expect.poll(() => container.querySelector('.easy--two'), soon).not.toBeNull();
  } else if (language !== 'sv') {
    await expect.poll(() => container.textContent, soon).not.toContain('kallar');
  }
  return container;
};

const headings = (container: Element): readonly string[] =>
  [...container.querySelectorAll('h1, h2, h3')].map(({ textContent }) => textContent ?? '');

const lines = (container: Element): readonly string[] =>
  [...container.querySelectorAll('p')].map(({ textContent }) => textContent ?? '');

/** Theirs, without the Swedish beside. */
const ownTexts = (container: Element, language: LanguageCode): readonly string[] =>
  [...container.querySelectorAll(`span[lang="${language}"]`)].map(
    ({ textContent }) => textContent ?? '',
  );

describe('the short copy', () => {
  it('says whom to ask, what matters, who does what by person, what is undecided, and what comes', async () => {
    const { doc, ctx, ids } = larsCase();
    must(setParticipantField(doc, ctx, { id: ids.eva, field: 'askAbout', value: 'medicinerna' }));
    must(setWhere(doc, ctx, { id: ids.medicine, where: 'Vårdcentralen' }));
    const container = await draw(selectPlan(doc));
    expect(headings(container)).toEqual([
      'Din plan',
      'Vem kan jag fråga?',
      'Det här är viktigt för dig',
      'Så vill du ha det längre fram',
      'Det här har vi bestämt',
      'Eva, sjuksköterska',
      'Det gör du själv.',
      'Det här är inte klart än',
      'Vi träffas igen',
      'Planen är din',
    ]);
    const said = lines(container);
    const inOrder = [
      'Planen är färdig.',
      'Datum: 5 maj 2026',
      'Per har hand om planen. Du kan alltid fråga Per.',
      'Eva, sjuksköterska, Vårdcentralen i Åby',
      'Fråga om: medicinerna',
      'Ring: 070-174 06 05',
      'Ett steg på vägen: Sova sex timmar per natt',
      'Gå igenom mediciner',
      'Före 1 juni.',
      'Var: Vårdcentralen',
      'Gå ut efter kvällsmjölkningen',
      'Samtal varje vecka',
      'Per ska ansöka om det före 20 maj.',
      'Tisdag 9 juni',
      'Klockan 13.00',
      'Var: Vårdcentralen i Åby',
      'Per kallar',
      'Du får alltid en egen.',
    ];
    expect(said.filter((line) => inOrder.includes(line))).toEqual(inOrder);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says with each person what they do, and who does it with them', async () => {
    const { doc, ctx, ids } = larsCase();
    const both = [ids.eva, ids.per].map((participantId, index) => ({
      participantId,
      name: index === 0 ? 'Eva' : 'Per',
      function: '',
      service: '',
      authority: index === 0 ? ('region' as const) : ('kommun' as const),
    }));
    must(addIntervention(doc, ctx, { text: 'Boendestöd', doers: both }));
    must(addIntervention(doc, ctx, { text: 'Hjälp med skulder' }));
    const container = await draw(selectPlan(doc));
    expect(screen.getAllByText('Boendestöd')).toHaveLength(2);
    expect(screen.getAllByText('Eva och Per gör det.')).toHaveLength(2);
    // What a coded word means.
    expect(screen.getAllByText(/hjälper dig att klara dina dagar/)).toHaveLength(2);
    expect(headings(container).slice(5, 9)).toEqual([
      'Eva, sjuksköterska',
      'Per, behandlare',
      'Vi vet inte än vem som gör det.',
      'Det gör du själv.',
    ]);
  });

  it('is very easy to read in lättläst, which stands alone', async () => {
    const container = await draw(selectPlan(larsCase().doc), 'sv-x-lattlast');
    expect(headings(container)[1]).toBe('Vem ska jag ringa?');
    expect(container.querySelector('.room__ours')).toBeNull();
    expect(container.querySelector('article')?.lang).toBe('sv-x-lattlast');
    expect(lix(lines(container))).toBeLessThan(35);
  });

  it('leaves out what is hard to have on a wall, and what must not reach the person', async () => {
    const { doc, ctx, ids } = larsCase();
    must(setNotFor(doc, ctx, { id: ids.talks, notFor: ['Lars'] }));
    must(setNotWithChild(doc, ctx, { id: ids.walk, notWithChild: true }));
    const plan = selectPlan(doc);
    const container = await draw(plan);
    expect(container.textContent).not.toContain('Samtal varje vecka');
    expect(container.textContent).not.toContain('kvällsmjölkningen');
  });

  it('holds no place, phone or unit with protected identity, and says why', async () => {
    const { doc, ctx, ids } = larsCase();
    must(setWhere(doc, ctx, { id: ids.medicine, where: 'Kyrkogatan 3' }));
    must(setPlanField(doc, ctx, { field: 'protectedIdentity', value: true }));
    const container = await draw(selectPlan(doc));
    expect(container.textContent).not.toMatch(/Åby|070-174|Missbruksenheten|Kyrkogatan/);
    screen.getByText(/för att skydda dig/);
    screen.getByText(/Du kan alltid fråga Per/);
  });

  it('says so where nothing is decided, and nobody is to be asked', async () => {
    const { doc } = createWriter();
    await draw(selectPlan(doc));
    screen.getByText('Fråga den som gav dig planen.');
    screen.getByText('Vi har inte bestämt något än.');
    screen.getByText('Vi har inte bestämt någon dag än.');
  });
});

describe.each(offeredLanguages.map(({ code }) => code).filter((code) => !code.startsWith('sv')))(
  'the short copy in %s',
  (language) => {
    const coded = (): SipPlan => {
      const { doc, ctx, ids } = larsCase();
      const step = must(addSubgoal(doc, ctx, { text: 'Må bättre' }));
      must(
        addIntervention(doc, ctx, {
          text: 'Boendestöd',
          subgoalId: step,
          doers: [
            { participantId: ids.per, name: 'Per', function: '', service: '', authority: 'kommun' },
          ],
          timing: { every: 'vecka', before: '2026-06-01', text: '' },
        }),
      );
      must(addOwnAction(doc, ctx, { text: 'Promenad' }));
      return selectPlan(doc);
    };

    it('has the Swedish beside all of ours, and free text once, as the Swedish that it is', async () => {
      const container = await draw(coded(), language);
      const own = ownTexts(container, language);
      expect(own.length).toBeGreaterThan(20);
      for (const line of container.querySelectorAll('p, h1, h2, h3')) {
        if (line.classList.contains('easy__name')) continue;
        const theirs = line.querySelector(`span[lang="${language}"]`);
        const ours = line.querySelector('[data-beside] [lang="sv"]');
        const free = line.querySelector(':scope > bdi[lang="sv"]');
        expect([theirs !== null && ours !== null, free !== null]).toContain(true);
      }
      expect(screen.getAllByText('Gå igenom mediciner')).toHaveLength(1);
      // A coded word is said in full in the language, with the Swedish beside.
      const task = screen.getByText('Boendestöd').closest('p');
      expect(task?.querySelector(`span[lang="${language}"]`)?.textContent).toMatch(/\p{L}{3}/u);
    });

    it('says nothing in English, and writes European digits', async () => {
      const container = await draw(coded(), language);
      const own = ownTexts(container, language);
      expect(own.join(' ')).not.toMatch(/(?![0-9])\p{Nd}/u);
      cleanup();
      if (language === 'en') return;
      const english = new Set(ownTexts(await draw(coded(), 'en'), 'en'));
      expect(own.filter((text) => english.has(text) && /\p{L}{4}/u.test(text))).toEqual([]);
      expect(own.join(' ')).not.toMatch(/(?<!\p{L})(the|June|May|Tuesday|week|will)(?!\p{L})/u);
    });
  },
);

/** Everything that may stand in the copy; what is not here never does. */

describe('the short copy, with a word of its own in every field of the case', () => {
  const { lars, facts } = fullCase();
  const planted = plantEverywhere(roomState(lars.doc, inPart(4), facts), '');
  const canaries = [...planted.canaries].map(
    ([path, canary]) => [path.replace(/^\./, ''), canary] as const,
  );
  const seenIn = (text: string): readonly string[] =>
    canaries.filter(([, canary]) => text.includes(canary)).map(([path]) => path);
  const breaches = (text: string): readonly string[] =>
    seenIn(text).filter((path) => !mayStandInCopy.some((allowed) => allowed.test(path)));

  it('holds nothing but what may stand in it', () => {
    const data = JSON.stringify(easyCopy(planted.value.plan));
    expect(breaches(data)).toEqual([]);
    expect(seenIn(data).length).toBeGreaterThan(20);
  });

  it.each(['sv', 'sv-x-lattlast', 'ar', 'ti'] as const)(
    'draws nothing but what may stand in it: %s',
    async (language) => {
      const { plan } = planted.value;
      const { innerHTML } = await draw(plan, language);
      expect(breaches(innerHTML)).toEqual([]);
      expect(seenIn(innerHTML)).toContain('plan.important.text');
      expect(seenIn(innerHTML).some((path) => path.endsWith('interventions.0.text'))).toBe(true);
    },
  );
});
