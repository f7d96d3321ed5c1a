/** **Har {namn} fått veta vad en SIP är?** comes before the two questions (field.md 18), with the pictures to tell it by. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { recordInformed } from '../../../consent/recordConsent.ts';
import { swedishText } from '../../../i18n/i18n.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';

const ways = ['talk', 'paper', 'pictures', 'interpreter'] as const;

export function InformedSection({ name }: { readonly name: string }): JSX.Element {
  const t = useT();
  const id = useId();
  const { state, record } = useWorkspace();
  const [on, setOn] = useState('');
  const { informed } = state.consent;
  // Nobody has been told on a day to come.
  const isToCome = on > dateOfInstant(Date.now());
  const note = (way: (typeof ways)[number]): void => {
    if (isToCome) return;
    void record((ctx) =>
      recordInformed(ctx, {
        how: swedishText(`consent:informed.${way}`).toLowerCase(),
        on: on === '' ? dateOfInstant(ctx.at) : on,
      }),
    );
  };
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('consent:informed.title', { name })}</h2>
      {informed === null ? (
        <p class="soft">{t('consent:informed.none')}</p>
      ) : (
        <p class="picture-line">
          <Picture name="answer-yes" size={24} />
          {t('consent:informed.done', {
            name,
            date: t.formats.date(informed.on),
            how: informed.how,
          })}
        </p>
      )}
      <Button kind="quiet" iconEnd="forward" href={`/sip/${state.caseId}/vad-ar-en-sip`}>
        {t('consent:informed.look')}
      </Button>
      <Field
        kind="date"
        label={t('consent:informed.when')}
        hint={t('consent:informed.whenHint')}
        error={isToCome ? t('consent:informed.toCome') : null}
        value={on}
        onInput={setOn}
      />
      <p class="soft">{t('consent:informed.how')}</p>
      <div class="button-row">
        {ways.map((way) => (
          <Button key={way} onClick={() => note(way)}>
            {t(`consent:informed.${way}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
