import type { ComponentChildren, JSX } from 'preact';
import {
  formatDate,
  formatDayMonth,
  formatList,
  formatTime,
  formatWeekday,
} from '../i18n/formats.ts';
import type { Translate } from '../i18n/keys.ts';
import { useT } from '../i18n/useT.ts';
import type { EasyPerson, EasyPlan, EasyRow } from './easyPlan.ts';
import './easySummary.css';

export interface EasySummaryProps {
  readonly plan: EasyPlan;
  /** On screen it stands in a dialog, under its heading. */
  readonly form: 'screen' | 'paper';
}

const headings = {
  paper: ['h1', 'h2', 'h3'],
  screen: ['h3', 'h4', 'h5'],
} as const;

/** **Lättläst**: the plan for the person whose it is, one thought a line, in large type. Whom to ask comes first. */
export function EasySummary({ plan, form }: EasySummaryProps): JSX.Element {
  const t = useT();
  const [Title, Heading, Step] = headings[form];
  return (
    <article class="easy" lang="sv">
      <Title class="easy__title">{t('easy:title')}</Title>
      {plan.name !== '' && <p class="easy__name">{plan.name}</p>}
      {plan.guarded && <p>{t('easy:guarded')}</p>}
      <Part as={Heading} heading={t('easy:ask.heading')}>
        {plan.lead !== '' && <Lines lines={[t('easy:ask.lead', { name: plan.lead })]} strong />}
        {plan.ask.map((person) => (
          <Lines key={`${person.name} ${person.about}`} lines={askLines(person, t)} strong />
        ))}
        {plan.lead === '' && plan.ask.length === 0 && <Lines lines={[t('easy:ask.nobody')]} />}
      </Part>
      {plan.important !== '' && (
        <Part as={Heading} heading={t('easy:important')}>
          <p class="easy__own">{plan.important}</p>
        </Part>
      )}
      {plan.longTermGoals.length > 0 && (
        <Part as={Heading} heading={t('easy:longTerm')}>
          <Lines lines={plan.longTermGoals} />
        </Part>
      )}
      <Part as={Heading} heading={t('easy:decided.heading')}>
        {plan.decided.length === 0 && <p>{t('easy:decided.nothing')}</p>}
        {plan.decided.map(({ text, rows }) => (
          <div class="easy__step" key={text}>
            {text !== '' && (
              <Step class="easy__step-title">{t('easy:decided.step', { text })}</Step>
            )}
            {rows.map((row) => (
              <Lines key={row.id} lines={rowLines(row, t)} strong />
            ))}
          </div>
        ))}
      </Part>
      {plan.undecided.length > 0 && (
        <Part as={Heading} heading={t('easy:undecided.heading')}>
          {plan.undecided.map((row) => (
            <Lines key={row.id} lines={[row.text, undecidedLine(row, t)]} strong />
          ))}
        </Part>
      )}
      <Part as={Heading} heading={t('easy:next.heading')}>
        <Lines lines={nextLines(plan, t)} />
      </Part>
      <Part as={Heading} heading={t('easy:yours.heading')}>
        <Lines lines={[t('easy:yours.copy'), t('easy:yours.change')]} />
      </Part>
    </article>
  );
}

function Part({
  as: Heading,
  heading,
  children,
}: {
  readonly as: 'h2' | 'h4';
  readonly heading: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="easy__part">
      <Heading class="easy__heading">{heading}</Heading>
      {children}
    </section>
  );
}

/** A new line for each phrase; the first is what it is about. */
function Lines({
  lines,
  strong = false,
}: {
  readonly lines: readonly string[];
  readonly strong?: boolean;
}): JSX.Element {
  return (
    <div class="easy__lines">
      {lines.map((line, place) => (
        <p key={line} class={strong && place === 0 ? 'easy__first' : undefined}>
          {line}
        </p>
      ))}
    </div>
  );
}

const filled = (lines: readonly string[]): readonly string[] => lines.filter((line) => line !== '');

const askLines = ({ name, what, about, phone, hours }: EasyPerson, t: Translate) =>
  filled([
    what === '' ? name : `${name}, ${what}`,
    about === '' ? '' : t('easy:ask.about', { about }),
    phone === '' ? '' : t('easy:ask.phone', { phone }),
    hours === '' ? '' : t('easy:ask.hours', { hours }),
  ]);

const rowLines = (row: EasyRow, t: Translate) =>
  filled([
    row.text,
    row.own
      ? t('easy:who.self')
      : row.who.length === 0
        ? t('easy:who.nobody')
        : t('easy:who.others', { names: formatList(row.who) }),
    row.timing === null || row.timing.every === null ? '' : t(`easy:every.${row.timing.every}`),
    row.timing?.text.trim() ?? '',
    row.timing === null || row.timing.before === null
      ? ''
      : t('easy:before', { date: formatDayMonth(row.timing.before) }),
    row.where === '' ? '' : t('easy:where', { place: row.where }),
  ]);

const undecidedLine = ({ decision }: EasyRow, t: Translate): string => {
  if (decision === null || (decision.kind !== 'soks' && decision.kind !== 'provas')) return '';
  const by = decision.by.trim();
  if (by === '' || decision.date === null) return t('easy:undecided.plain');
  return t(`easy:undecided.${decision.kind}`, { by, date: formatDayMonth(decision.date) });
};

const nextLines = ({ next }: EasyPlan, t: Translate): readonly string[] => {
  if (next === null || next.date === null) return [t('easy:next.none')];
  return filled([
    `${formatWeekday(next.date)} ${formatDate(next.date)}`,
    next.time === '' ? '' : t('easy:next.time', { time: formatTime(next.time) }),
    next.place,
  ]);
};
