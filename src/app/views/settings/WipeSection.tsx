import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { SettingsViewProps } from './SettingsView.tsx';

/** **Radera allt här**: the keys first. Says what goes, and asks for a word so that no slip does it. */
export function WipeSection({
  countCases,
  onWipe,
}: Pick<SettingsViewProps, 'countCases' | 'onWipe'>): JSX.Element {
  const t = useT();
  const [count, setCount] = useState<number | null>(null);
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const close = (): void => {
    setCount(null);
    setTyped('');
  };
  return (
    <section class="section" aria-label={t('settings:wipe.title')}>
      <h2>{t('settings:wipe.title')}</h2>
      <p>{t('settings:wipe.line')}</p>
      <Button onClick={async () => setCount(await countCases())}>{t('settings:wipe.open')}</Button>
      <Dialog
        open={count !== null}
        title={t('settings:wipe.question')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('settings:wipe.keep')}</Button>
            <Button
              disabled={typed.trim().toLowerCase() !== t('settings:wipe.word')}
              onClick={async () => setTrouble(await onWipe())}
            >
              {t('settings:wipe.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('settings:wipe.what', { count: count ?? 0 })}</p>
        <Field label={t('settings:wipe.type')} value={typed} onInput={setTyped} />
        {trouble !== null && <Notice kind="error">{trouble}</Notice>}
      </Dialog>
    </section>
  );
}
