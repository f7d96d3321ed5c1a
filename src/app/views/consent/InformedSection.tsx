/** **Har {namn} fått veta vad en SIP är?** comes before the two questions (field.md 18). */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { recordInformed } from '../../../consent/recordConsent.ts';
import { formatDate } from '../../../i18n/formats.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';

const ways = ['talk', 'paper', 'pictures', 'interpreter'] as const;

export function InformedSection({ name }: { readonly name: string }): JSX.Element {
  const t = useT();
  const id = useId();
  const { state, record } = useWorkspace();
  const { informed } = state.consent;
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('consent:informed.title', { name })}</h2>
      {informed !== null && (
        <p>
          <Picture name="answer-yes" size={24} />{' '}
          {t('consent:informed.done', { name, date: formatDate(informed.on), how: informed.how })}
        </p>
      )}
      <p class="soft">{t('consent:informed.how')}</p>
      <div class="button-row">
        {ways.map((way) => (
          <Button
            key={way}
            onClick={() =>
              void record((ctx) =>
                recordInformed(ctx, {
                  how: t(`consent:informed.${way}`).toLowerCase(),
                  on: dateOfInstant(ctx.at),
                }),
              )
            }
          >
            {t(`consent:informed.${way}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
