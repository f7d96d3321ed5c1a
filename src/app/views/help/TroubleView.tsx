/** A page in **Hjälp** for something that has happened: what is safe first, then the way through, step by step. */
import type { JSX } from 'preact';
import { RichText } from '../../../i18n/RichText.tsx';
import { useT } from '../../../i18n/useT.ts';
import { HelpFrame } from './HelpFrame.tsx';
import type { TroublePage } from './troublePages.ts';

export function TroubleView({ trouble }: { readonly trouble: TroublePage }): JSX.Element {
  const t = useT();
  return (
    <HelpFrame title={t(trouble.title)} page={trouble.id}>
      <section class="help__safe">
        <h2>{t('help:pages.safe')}</h2>
        {trouble.safe.map((key) => (
          <p key={key}>
            <RichText text={t(key)} />
          </p>
        ))}
      </section>
      {trouble.parts.map(({ title, steps, lines }) => (
        <section key={title}>
          <h2>{t(title)}</h2>
          {steps !== undefined && (
            <ol class="help__steps">
              {steps.map((key) => (
                <li key={key}>
                  <RichText text={t(key)} />
                </li>
              ))}
            </ol>
          )}
          {lines?.map((key) => (
            <p key={key}>
              <RichText text={t(key)} />
            </p>
          ))}
        </section>
      ))}
    </HelpFrame>
  );
}
