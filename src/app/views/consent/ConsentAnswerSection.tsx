/** One of the two questions: how it stands, a new answer, and the way to take it back. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ConsentKind } from '../../../consent/consentFacts.ts';
import { withdrawConsent } from '../../../consent/recordConsent.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { ConsentQuestion } from './ConsentQuestion.tsx';

export interface ConsentAnswerSectionProps {
  readonly which: ConsentKind;
  readonly name: string;
}

export function ConsentAnswerSection({ which, name }: ConsentAnswerSectionProps): JSX.Element {
  const t = useT();
  const id = useId();
  const { state, record } = useWorkspace();
  const [open, setOpen] = useState<'answer' | 'withdraw' | null>(null);
  const consent = state.consent[which];
  const about = which === 'make' ? 'Make' : 'Share';

  // The same words stand under both questions; each says aloud which one it is.
  const words = t(consent.answer === null ? 'consent:answer.title' : 'consent:change');

  const standing =
    consent.answer === null
      ? t('consent:answer.none')
      : consent.withdrawn
        ? t('consent:withdrawn', { date: t.formats.date(consent.at ?? 0) })
        : t(`consent:answer.${consent.answer}${about}`);

  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t(`consent:${which}.title`)}</h2>
      <ConsentQuestion which={which} name={name} />
      <p>
        <strong>{standing}</strong>
      </p>
      {consent.form !== null && consent.at !== null && (
        <p class="soft">
          {t('consent:answer.when', {
            how: t(`consent:answer.${consent.form}`),
            date: t.formats.date(consent.at),
            by: consent.by?.name ?? '',
          })}
          {consent.note !== '' && ` ${consent.note}`}
        </p>
      )}
      {consent.answer === null && <p class="soft">{t(`consent:${which}.why`)}</p>}
      {consent.answer === 'no' && !consent.withdrawn && (
        <Notice kind="attention">{t(`consent:refused${about}`, { name })}</Notice>
      )}
      {consent.disputed.length > 0 && (
        <Notice kind="attention">{t('consent:conflict', { name })}</Notice>
      )}
      <div class="button-row">
        <Button
          aria-label={`${words}: ${t(`consent:${which}.title`)}`}
          onClick={() => setOpen('answer')}
        >
          {words}
        </Button>
        {consent.answer === 'yes' && (
          <Button
            kind="quiet"
            aria-label={`${t('consent:withdraw')}: ${t(`consent:${which}.title`)}`}
            onClick={() => setOpen('withdraw')}
          >
            {t('consent:withdraw')}
          </Button>
        )}
      </div>
      {open === 'answer' && (
        <AnswerDialog which={which} name={name} onClose={() => setOpen(null)} />
      )}
      <Dialog
        open={open === 'withdraw'}
        title={t('consent:withdrawQuestion', { name })}
        onClose={() => setOpen(null)}
        actions={
          <>
            <Button onClick={() => setOpen(null)}>{t('consent:keep')}</Button>
            <Button
              onClick={async () => {
                const done = await record((ctx) =>
                  withdrawConsent(ctx, { which, form: 'muntligt' }),
                );
                if (done.ok) setOpen(null);
              }}
            >
              {t('consent:withdrawYes')}
            </Button>
          </>
        }
      >
        <p>{t(`consent:withdraw${about}`, { name })}</p>
      </Dialog>
    </section>
  );
}
