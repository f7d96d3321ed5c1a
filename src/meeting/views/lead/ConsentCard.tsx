/**
 * Missing consent is the first card of Inledning, with four equal answers: none is pushed. As long as sharing is
 * unanswered it stands, in the other parts as one line (field.md 7).
 */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ConsentState } from '../../../consent/consent.ts';
import type { ConsentForm } from '../../../consent/consentFacts.ts';
import { isExcepted } from '../../../consent/mayShare.ts';
import { recordConsent } from '../../../consent/recordConsent.ts';
import { formatList } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import type { Part } from '../../parts.ts';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { isStaff, shortName } from '../planWords.ts';
import './ConsentCard.css';

export type ConsentWhat = 'share' | 'make';

export interface AskedConsent {
  readonly what: ConsentWhat;
  /** As one line: asked before and put off, refused, or another part. */
  readonly small: boolean;
}

/** Which of the two is to be asked or said now; sharing first, since it decides who may speak. */
export const consentQuestion = (consent: ConsentState, part: Part): AskedConsent | null => {
  const { share, make } = consent;
  if (share.answer !== 'yes') {
    return { what: 'share', small: share.answer !== null || part !== 'inledning' };
  }
  if (make.answer === 'yes') return null;
  if (make.answer === null && part === 'inledning') return { what: 'make', small: false };
  return part === 'inledning' || part === 'sammanfattning' ? { what: 'make', small: true } : null;
};

export interface ConsentCardProps extends AskedConsent {
  /** Of its heading, where it stands. */
  readonly level?: 2 | 3;
}

export function ConsentCard({ what, small, level = 3 }: ConsentCardProps): JSX.Element {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { t, name, plan, workspace, record } = useLeader();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { consent } = workspace.state;
  const answer = consent[what].answer;

  const staff = aroundTable(plan.participants)
    .filter(isStaff)
    .filter((person) => !isExcepted(consent, { participantId: person.id, name: person.name }))
    .map((person) => shortName(plan, person));
  const question =
    what === 'make'
      ? t('meeting:consentCard.makeQuestion', { name })
      : staff.length > 1
        ? t('meeting:consentCard.shareQuestion', { names: formatList(staff), name })
        : t('meeting:consentCard.shareQuestionAll', { name });
  const sentence = {
    share: {
      open: t('meeting:consentCard.listen', { name }),
      no: t('meeting:consentCard.refused', { name }),
    },
    make: {
      open: t('meeting:consentCard.makeHint', { name }),
      no: t('meeting:consentCard.refusedMake', { name }),
    },
  }[what][answer === 'no' ? 'no' : 'open'];

  const say = (given: 'yes' | 'no' | 'later', form: ConsentForm): void => {
    setOpen(false);
    void record((ctx) => recordConsent(ctx, { which: what, answer: given, form }));
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
      <p class="leader__subtle">{t(`meeting:consentCard.${what}`)}</p>
      <Heading class="consent-card__question" id={id}>
        {question}
      </Heading>
      <p class="consent-card__sentence">{sentence}</p>
      <div class="consent-card__answers">
        <Button onClick={() => say('yes', 'muntligt')}>{t('meeting:consentCard.oral')}</Button>
        <Button onClick={() => say('yes', 'skriftligt')}>{t('meeting:consentCard.written')}</Button>
        <Button onClick={() => say('no', 'muntligt')}>{t('meeting:consentCard.no')}</Button>
        <Button onClick={() => say('later', 'muntligt')}>{t('meeting:consentCard.later')}</Button>
      </div>
    </section>
  );
}
