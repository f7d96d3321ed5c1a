/** **Ge planen till en kollega här**: a deliberate act, logged; the colleague has it from the next unlock (field.md 5). */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { LockedVault, VaultName } from '../../session/sessionTypes.ts';
import { tellApartShort } from '../../tellApart.ts';

export interface Giving {
  /** The others who have a vault on this device. */
  readonly colleagues: readonly LockedVault[];
  readonly give: (to: VaultName) => Promise<'given' | 'has' | 'failed'>;
}

export interface GiveDialogProps {
  readonly giving: Giving;
  readonly protectedIdentity: boolean;
}

export function GiveDialog({ giving, protectedIdentity }: GiveDialogProps): JSX.Element {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const colleague = giving.colleagues.find(({ vaultId }) => vaultId === to);

  const give = async (): Promise<void> => {
    if (colleague === undefined) return;
    const answer = await giving.give(colleague);
    const who = colleague.shortName;
    if (answer === 'given') {
      setWords(t('home:give.done', { who }));
      setOpen(false);
    } else setTrouble(answer === 'has' ? t('home:give.has', { who }) : t('home:give.failed'));
  };

  return (
    <>
      <Button
        kind="quiet"
        onClick={() => {
          setTrouble(null);
          setOpen(true);
        }}
      >
        {t('home:case.give')}
      </Button>
      <span role="status">{words}</span>
      <Dialog
        open={open}
        title={t('home:give.title')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('home:give.cancel')}</Button>
            <Button kind="filled" disabled={colleague === undefined} onClick={() => void give()}>
              {t('home:give.give')}
            </Button>
          </>
        }
      >
        {protectedIdentity && <Notice kind="attention">{t('home:case.protected')}</Notice>}
        <p>{t('home:give.lead')}</p>
        <ChipGroup
          label={t('home:give.who')}
          value={to}
          options={giving.colleagues.map((each) => ({
            value: each.vaultId,
            label: tellApartShort(each, giving.colleagues, t),
          }))}
          onChange={(vaultId: string) => setTo(vaultId)}
        />
        {trouble !== null && <Notice kind="error">{trouble}</Notice>}
      </Dialog>
    </>
  );
}
