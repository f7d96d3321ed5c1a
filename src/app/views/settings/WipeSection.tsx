import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { SettingsViewProps } from './SettingsView.tsx';

/** What stood in the way: nothing is gone, or the keys are and the rest is not. */
export type WipeTrouble = 'nothingGone' | 'keysGone';

/** **Radera allt här**: the keys first. Says what goes, and asks for a word so that no slip does it. */
export function WipeSection({
  countCases,
  onWipe,
  onLeaveWiped,
}: Pick<SettingsViewProps, 'countCases' | 'onWipe' | 'onLeaveWiped'>): JSX.Element {
  const t = useT();
  const [count, setCount] = useState<number | null>(null);
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<WipeTrouble | null>(null);
  const keysGone = trouble === 'keysGone';
  const close = (): void => {
    if (keysGone) {
      onLeaveWiped();
      return;
    }
    setCount(null);
    setTyped('');
    setTrouble(null);
  };
  const wipe = async (): Promise<void> => {
    const met = await onWipe();
    // Keys that are gone stay gone, whatever a later attempt met.
    setTrouble((before) => (before === 'keysGone' && met !== null ? before : met));
  };
  return (
    <section class="section" aria-label={t('settings:wipe.title')}>
      <h2>{t('settings:wipe.title')}</h2>
      <p>{t('settings:wipe.line')}</p>
      <div class="button-row">
        <Button onClick={async () => setCount(await countCases())}>
          {t('settings:wipe.open')}
        </Button>
        <Button kind="quiet" href="/hjalp/plattan-samlas-in">
          {t('help:collected.title')}
        </Button>
      </div>
      <Dialog
        open={count !== null}
        title={t('settings:wipe.question')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>
              {keysGone ? t('settings:wipe.leave') : t('settings:wipe.keep')}
            </Button>
            <Button
              disabled={typed.trim().toLowerCase() !== t('settings:wipe.word')}
              onClick={wipe}
            >
              {keysGone ? t('settings:wipe.again') : t('settings:wipe.confirm')}
            </Button>
          </>
        }
      >
        {!keysGone && (
          <>
            <p>{t('settings:wipe.what', { count: count ?? 0 })}</p>
            <Field label={t('settings:wipe.type')} value={typed} onInput={setTyped} />
          </>
        )}
        {trouble !== null && (
          <Notice kind="error">
            {keysGone ? t('settings:wipe.keysGone') : t('errors:vault.other')}
          </Notice>
        )}
      </Dialog>
    </section>
  );
}
