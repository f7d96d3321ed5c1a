/** Second step: the reserve code, shown this once, to be printed and kept where keys are kept. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';

export interface ReserveCodeStepProps {
  /** Groups of four characters. */
  readonly groups: readonly string[];
  readonly shortName: string;
  readonly onSaved: () => void;
}

export function ReserveCodeStep({ groups, shortName, onSaved }: ReserveCodeStepProps): JSX.Element {
  const t = useT();
  const [saved, setSaved] = useState(false);
  const [reminded, setReminded] = useState(false);
  return (
    <>
      <p class="lead">{t('vault:reserve.lead')}</p>
      <div class="print-root">
        <h2 class="print-only">{t('vault:reserve.printTitle')}</h2>
        <p class="print-only">{t('vault:reserve.printFor', { name: shortName })}</p>
        <p class="reserve-code">
          {groups.map((group) => (
            <span key={group} class="reserve-code__group">
              {group}
            </span>
          ))}
        </p>
        <p class="print-only">{t('vault:reserve.printKeep')}</p>
      </div>
      <p>{t('vault:reserve.keep')}</p>
      <Button onClick={() => window.print()}>{t('vault:reserve.print')}</Button>
      <CheckRow label={t('vault:reserve.saved')} checked={saved} onChange={setSaved} />
      <p class="field__error" role="alert">
        {reminded && !saved ? t('vault:reserve.mustSave') : ''}
      </p>
      <Button
        kind="filled"
        size="large"
        onClick={() => {
          if (saved) onSaved();
          else setReminded(true);
        }}
      >
        {t('vault:reserve.continue')}
      </Button>
      <p class="soft foot-note">{t('vault:reserve.foot')}</p>
    </>
  );
}
