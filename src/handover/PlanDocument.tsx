import type { ComponentChildren, JSX } from 'preact';
import { AlwaysSwedish, useT } from '../i18n/useT.ts';
import type { Instant } from '../shared/deps.ts';
import { PaperPeople } from './PaperPeople.tsx';
import { PaperSteps } from './PaperSteps.tsx';
import { leadLines, nextLines } from './paperWords.ts';
import type { PlanPaper } from './planPaper.ts';
import './planDocument.css';

/** Which plan this is: what is written now, or a version that never changes. */
export type PlanHead =
  | { readonly kind: 'draft'; readonly at: Instant }
  | {
      readonly kind: 'version';
      readonly number: number;
      readonly at: Instant;
      readonly by: string;
      readonly hash: string;
    };

export interface PlanDocumentProps {
  readonly paper: PlanPaper;
  readonly head: PlanHead;
  /** On screen one table a step with the authority in brackets; on paper grouped by who answers for it. */
  readonly form: 'screen' | 'paper';
  /** Stands last: on screen what one can do with the plan. */
  readonly children?: ComponentChildren;
}

/** The plan as a document. Holds no state: the same paper gives the same page, today and in ten years. */
export function PlanDocument(props: PlanDocumentProps): JSX.Element {
  return (
    <AlwaysSwedish.Provider value>
      <Paper {...props} />
    </AlwaysSwedish.Provider>
  );
}

function Paper({ paper, head, form, children }: PlanDocumentProps): JSX.Element {
  const t = useT();
  const { name } = paper;
  const onPaper = form === 'paper';
  // On screen the view has the first heading.
  const Title = onPaper ? 'h1' : 'h2';
  return (
    <article class={`plan-document plan-document--${form}`} lang="sv">
      <header class="plan-document__head">
        <Title class="plan-document__title">
          {name === '' ? t('print:head.titleNoName') : t('print:head.title', { name })}
        </Title>
        <p>{headWords(head, t)}</p>
        {head.kind === 'version' && (
          <p class="plan-document__quiet">
            {t('print:head.by', { name: head.by })}{' '}
            {t('print:head.hash', { hash: shortHash(head.hash) })}
          </p>
        )}
        {paper.meetingDate !== null && (
          <p class="plan-document__quiet">
            {t('print:head.meeting', { date: t.formats.date(paper.meetingDate) })}
          </p>
        )}
        {paper.guarded && <p class="plan-document__notice">{t('print:head.protected')}</p>}
        {paper.shortened && <p class="plan-document__notice">{t('print:head.shortened')}</p>}
      </header>
      {onPaper && <PenLines paper={paper} />}
      {onPaper && <Ticks paper={paper} />}
      {paper.important !== '' && (
        <section class="plan-document__own">
          <h2 class="plan-document__label">
            {name === '' ? t('print:importantNoName') : t('print:important', { name })}
          </h2>
          <p class="plan-document__words">”{paper.important}”</p>
        </section>
      )}
      <Texts heading={t('print:values')} texts={paper.values} />
      <Texts heading={t('print:purpose')} texts={paper.purpose === '' ? [] : [paper.purpose]} />
      <Situation paper={paper} />
      <Texts heading={t('print:longTerm')} texts={paper.longTermGoals} />
      <PaperSteps paper={paper} form={form} />
      <Texts heading={t('print:resources')} texts={paper.resources} />
      <Texts heading={t('print:disagreements')} texts={paper.disagreements} />
      <Texts heading={t('print:later')} texts={paper.later} />
      <div class="plan-document__pair">
        <section>
          <h2 class="plan-document__heading">{t('print:lead.heading')}</h2>
          <p>{leadLines(paper.lead, t).join(' ')}</p>
        </section>
        <section>
          <h2 class="plan-document__heading">{t('print:next.heading')}</h2>
          <p>{nextLines(paper.next, t).join(' ')}</p>
        </section>
      </div>
      <PaperPeople paper={paper} />
      <Answers paper={paper} />
      <Support paper={paper} />
      <AlwaysSwedish.Provider value={false}>{children}</AlwaysSwedish.Provider>
    </article>
  );
}

type T = ReturnType<typeof useT>;

const headWords = (head: PlanHead, t: T): string =>
  head.kind === 'draft'
    ? t('print:head.draft', { date: t.formats.date(head.at) })
    : t('print:head.version', {
        number: head.number,
        date: `${t.formats.weekdayDate(head.at)} ${t.formats.date(head.at).split(' ').at(-1) ?? ''}`,
      });

/** Enough of the hash to tell two versions apart by eye, in groups of four. */
export const shortHash = (hash: string): string => hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');

/** Empty lines for the pen: the program never asks for these (domain.md 3.5). */
function PenLines({ paper }: { readonly paper: PlanPaper }): JSX.Element {
  const t = useT();
  const lines = ['personnummer', ...(paper.guarded ? [] : ['address', 'phone'])] as const;
  return (
    <dl class="plan-document__pen">
      <div>
        <dt>{t('print:pen.name')}</dt>
        <dd>{paper.name}</dd>
      </div>
      {lines.map((line) => (
        <div key={line}>
          <dt>{t(`print:pen.${line as 'personnummer' | 'address' | 'phone'}`)}</dt>
          <dd />
        </div>
      ))}
    </dl>
  );
}

const kinds = ['ny', 'utskrivning', 'uppfoljning'] as const;
const noticers = [
  'socialtjanst',
  'region',
  'kommunHalsa',
  'skola',
  'enskild',
  'narstaende',
  'annan',
] as const;

function Ticks({ paper }: { readonly paper: PlanPaper }): JSX.Element {
  const t = useT();
  return (
    <>
      <h2 class="plan-document__label">{t('print:kind.label')}</h2>
      <ul class="plan-document__ticks">
        {kinds.map((kind) => (
          <Tick key={kind} on={paper.kind === kind} text={t(`print:kind.${kind}`)} />
        ))}
      </ul>
      <h2 class="plan-document__label">{t('print:noticed.label')}</h2>
      <ul class="plan-document__ticks">
        {noticers.map((by) => (
          <Tick key={by} on={paper.noticedBy.includes(by)} text={t(`print:noticed.${by}`)} />
        ))}
      </ul>
    </>
  );
}

function Tick({ on, text }: { readonly on: boolean; readonly text: string }): JSX.Element {
  const t = useT();
  return (
    <li>
      {/* A name, not hidden words: those would be left out of a PDF. */}
      <svg
        class="plan-document__box"
        viewBox="0 0 20 20"
        role="img"
        aria-label={t(on ? 'print:ticked' : 'print:unticked')}
      >
        <rect x="1.5" y="1.5" width="17" height="17" rx="3" />
        {on && <path d="M5 10.5l3.5 3.5L15.5 6.5" />}
      </svg>
      {text}
    </li>
  );
}

function Texts(props: { readonly heading: string; readonly texts: readonly string[] }) {
  if (props.texts.length === 0) return null;
  return (
    <section class="plan-document__texts">
      <h2 class="plan-document__heading">{props.heading}</h2>
      <TextList texts={props.texts} />
    </section>
  );
}

function TextList({ texts }: { readonly texts: readonly string[] }): JSX.Element {
  const [only] = texts;
  if (texts.length === 1) return <p class="plan-document__free">{only}</p>;
  return (
    <ul class="plan-document__list">
      {[...new Set(texts)].map((text) => (
        <li key={text} class="plan-document__free">
          {text}
        </li>
      ))}
    </ul>
  );
}

function Situation({ paper }: { readonly paper: PlanPaper }) {
  const t = useT();
  const { worksWell, worksLess } = paper;
  if (worksWell.length + worksLess.length === 0) return null;
  return (
    <section class="plan-document__texts">
      <h2 class="plan-document__heading">{t('print:situation.heading')}</h2>
      {worksWell.length > 0 && (
        <>
          <h3 class="plan-document__label">{t('print:situation.well')}</h3>
          <TextList texts={worksWell} />
        </>
      )}
      {worksLess.length > 0 && (
        <>
          <h3 class="plan-document__label">{t('print:situation.less')}</h3>
          <TextList texts={worksLess} />
        </>
      )}
    </section>
  );
}

function Answers({ paper }: { readonly paper: PlanPaper }): JSX.Element {
  const t = useT();
  const { name, answers } = paper;
  const said = (answer: 'ja' | 'delvis' | 'nej' | 'tanka' | null) =>
    t(`print:answers.${answer ?? 'open'}`);
  return (
    <section class="plan-document__texts">
      <h2 class="plan-document__heading">
        {name === '' ? t('print:answers.headingNoName') : t('print:answers.heading', { name })}
      </h2>
      <dl class="plan-document__answers">
        <div>
          <dt>
            {name === '' ? t('print:answers.saysYesNoName') : t('print:answers.saysYes', { name })}
          </dt>
          <dd>{said(answers.saysYes)}</dd>
        </div>
        <div>
          <dt>{t('print:answers.unclear')}</dt>
          <dd>{said(answers.unclear)}</dd>
        </div>
        <div>
          <dt>{t('print:answers.soundsGood')}</dt>
          <dd>{said(answers.soundsGood)}</dd>
        </div>
      </dl>
      {answers.ownWords !== '' && <p class="plan-document__words">”{answers.ownWords}”</p>}
    </section>
  );
}

function Support({ paper }: { readonly paper: PlanPaper }) {
  const t = useT();
  const lines = [
    paper.language === '' ? '' : t('print:support.language', { language: paper.language }),
    paper.interpreter ? t('print:support.interpreter') : '',
    paper.adaptations,
  ].filter((line) => line !== '');
  return lines.length === 0 ? null : (
    <section class="plan-document__texts">
      <h2 class="plan-document__heading">{t('print:support.heading')}</h2>
      <TextList texts={lines} />
    </section>
  );
}
