/**
 * Missing consent is the first card of Inledning, with equal answers: none is pushed. As long as sharing is
 * unanswered it stands, in the other parts as one line (field.md 7). Where both are unanswered one card asks both,
 * the SIP first; they are recorded as two, and can be answered one at a time.
 */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ConsentAnswer, ConsentForm } from '../../../consent/consentFacts.ts';
import { isExcepted } from '../../../consent/mayShare.ts';
import { recordConsent, theIndividual } from '../../../consent/recordConsent.ts';
import { currentLocale, swedishText } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { isStaff, shortName } from '../planWords.ts';
import { giverChoices } from './consentGivers.ts';
import type { AskedConsent, ConsentWhat } from './consentQuestion.ts';
import { consentWords } from './consentWords.ts';
import './ConsentCard.css';

const answersOf = (what: ConsentWhat) =>
  what === 'both'
    ? ([
        ['bothOral', 'yes', 'muntligt'],
        ['bothWritten', 'yes', 'skriftligt'],
        ['bothNo', 'no', 'muntligt'],
        ['bothLater', 'later', 'muntligt'],
      ] as const)
    : ([
        ['oral', 'yes', 'muntligt'],
        ['written', 'yes', 'skriftligt'],
        ['no', 'no', 'muntligt'],
        ['later', 'later', 'muntligt'],
      ] as const);

export interface ConsentCardProps extends AskedConsent {
  /** Of its heading, where it stands. */
  readonly level?: 2 | 3;
}

export function ConsentCard({ what: asked, small, level = 3 }: ConsentCardProps): JSX.Element {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { t, name, plan, roles, workspace, record } = useLeader();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [apart, setApart] = useState(false);
  const givers = giverChoices(plan);
  const [giverId, setGiverId] = useState('individual');
  const giver = givers.find((each) => each.id === giverId)?.giver ?? theIndividual;
  const { consent } = workspace.state;
  const what = asked === 'both' && apart ? 'make' : asked;
  const answer = what === 'both' ? null : consent[what].answer;

  const staff = aroundTable(plan.participants)
    .filter(isStaff)
    .filter((person) => !isExcepted(consent, { participantId: person.id, name: person.name }))
    .map((person) => shortName(plan, person));
  const about = { du: roles.du, name, staff };
  const words = consentWords(t, about);
  // What is answered is the Swedish text; in another language it stands below, as a help.
  const asks = consentWords(swedishText, about);
  const helps = currentLocale() === 'sv' ? null : words;
  const refused = answer === 'no';
  const sentence =
    what === 'make'
      ? refused
        ? words.makeNo
        : words.makeOpen
      : refused
        ? words.shareNo
        : words.shareOpen;

  const say = async (given: ConsentAnswer, form: ConsentForm): Promise<void> => {
    if (what !== 'both') setOpen(false);
    for (const which of what === 'both' ? (['make', 'share'] as const) : [what]) {
      const noted = await record((ctx) =>
        recordConsent(ctx, { which, answer: given, form, giver }),
      );
      if (!noted) return;
    }
    setOpen(false);
  };

  if (small && !open) {
    return (
      <div class="consent-line">
        <p class="consent-line__words">{sentence}</p>
        {answer !== 'no' && (
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {t('meeting:consentCard.ask')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <section class="consent-card" aria-labelledby={id}>
      {what !== 'both' && <p class="leader__subtle">{t(`meeting:consentCard.${what}`)}</p>}
      <Heading class="consent-card__question" id={id} lang="sv">
        {what === 'share' ? asks.share : asks.make}
      </Heading>
      {what === 'both' && (
        <p class="consent-card__question" lang="sv">
          {asks.share}
        </p>
      )}
      {helps !== null && what !== 'share' && <p>{helps.make}</p>}
      {helps !== null && what !== 'make' && <p>{helps.share}</p>}
      <p class="consent-card__sentence">{sentence}</p>
      {givers.length > 1 && (
        <ChipGroup
          label={t('meeting:consentCard.whoAnswers')}
          layout="beside"
          value={giverId}
          onChange={(value: string) => setGiverId(value)}
          options={givers.map((each) => ({
            value: each.id,
            label: each.name === null ? name : each.name || t('meeting:consentCard.guardian'),
          }))}
        />
      )}
      <div class="consent-card__answers">
        {answersOf(what).map(([key, given, form]) => (
          <Button key={key} onClick={() => void say(given, form)}>
            {t(`meeting:consentCard.${key}`)}
          </Button>
        ))}
        {what === 'both' && (
          <Button onClick={() => setApart(true)}>{t('meeting:consentCard.apart')}</Button>
        )}
      </div>
    </section>
  );
}
