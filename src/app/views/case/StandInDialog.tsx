/**
 * **Vem tar över om du blir borta?** One colleague on this device may take the case over later; they do not have it now
 * (docs/decisions/0050). Who is chosen stands beside the button.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { VaultName } from '../../session/sessionTypes.ts';

/** `label`: where two have one short name it says which. */
interface Colleague extends VaultName {
  readonly label: string;
}

export interface StandInWork {
  /** The others who have a vault on this device. */
  readonly colleagues: readonly Colleague[];
  /** Vault ids: who is chosen in this case, and who is proposed in every case. */
  readonly read: () => Promise<{ readonly chosen: string | null; readonly usual: string | null }>;
  readonly choose: (choice: StandInChoice) => Promise<'chosen' | 'has' | 'failed'>;
}

export interface StandInChoice {
  /** Null: nobody any more. */
  readonly to: VaultName | null;
  /** The name on the wall, when the colleague may read it before taking over. */
  readonly label: string | null;
  /** Proposed in the next case too. */
  readonly usual: boolean;
}

export interface StandInDialogProps {
  readonly work: StandInWork;
  /** The name for the wall; empty for none. */
  readonly screenName: string;
  readonly protectedIdentity: boolean;
}

const nobody = 'ingen';

export function StandInDialog({
  work,
  screenName,
  protectedIdentity,
}: StandInDialogProps): JSX.Element {
  const t = useT();
  const [chosen, setChosen] = useState<string | null | 'unknown'>('unknown');
  const [usual, setUsual] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const [showName, setShowName] = useState(false);
  const [asUsual, setAsUsual] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { read } = work;
  useEffect(() => {
    let gone = false;
    void read().then((found) => {
      if (gone) return;
      setChosen(found.chosen);
      setUsual(found.usual);
    });
    return () => {
      gone = true;
    };
  }, [read]);

  const nameOf = (vaultId: string | null): string | null =>
    work.colleagues.find((each) => each.vaultId === vaultId)?.label ?? null;
  const who = chosen === 'unknown' ? null : nameOf(chosen);
  const canShowName = screenName !== '' && !protectedIdentity;

  const begin = (): void => {
    const proposed = protectedIdentity ? null : nameOf(usual) === null ? null : usual;
    setTo(who === null ? proposed : chosen);
    setShowName(false);
    setAsUsual(false);
    setTrouble(null);
    setOpen(true);
  };

  const save = async (): Promise<void> => {
    const colleague = work.colleagues.find(({ vaultId }) => vaultId === to) ?? null;
    setBusy(true);
    const answer = await work.choose({
      to: colleague,
      label: canShowName && showName && colleague !== null ? screenName : null,
      usual: asUsual && colleague !== null,
    });
    setBusy(false);
    if (answer !== 'chosen') {
      const has = answer === 'has' && colleague !== null;
      setTrouble(
        has ? t('home:standIn.has', { who: colleague.shortName }) : t('home:standIn.failed'),
      );
      return;
    }
    setChosen(colleague?.vaultId ?? null);
    if (asUsual && colleague !== null) setUsual(colleague.vaultId);
    setOpen(false);
  };

  return (
    <>
      <div class="button-row">
        <Button kind="quiet" onClick={begin} disabled={chosen === 'unknown'}>
          {t('home:standIn.title')}
        </Button>
        <span role="status" class="soft">
          {chosen === 'unknown'
            ? ''
            : who === null
              ? t('home:standIn.nobody')
              : t('home:standIn.can', { who })}
        </span>
      </div>
      <Dialog
        open={open}
        title={t('home:standIn.title')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('home:standIn.cancel')}</Button>
            <Button kind="filled" busy={busy} disabled={to === null} onClick={() => void save()}>
              {t('home:standIn.save')}
            </Button>
          </>
        }
      >
        {protectedIdentity && <Notice kind="attention">{t('home:case.protected')}</Notice>}
        <p>{t('home:standIn.lead')}</p>
        <ChipGroup
          label={t('home:standIn.who')}
          value={to}
          options={[
            ...work.colleagues.map(({ vaultId, label }) => ({ value: vaultId, label })),
            { value: nobody, label: t('home:standIn.none') },
          ]}
          onChange={(value: string) => setTo(value)}
        />
        {to !== null && to !== nobody && (
          <>
            {canShowName && (
              <CheckRow
                label={t('home:standIn.showName', { name: screenName })}
                hint={t('home:standIn.showNameHint')}
                checked={showName}
                onChange={setShowName}
              />
            )}
            <CheckRow label={t('home:standIn.usual')} checked={asUsual} onChange={setAsUsual} />
          </>
        )}
        {trouble !== null && <Notice kind="error">{trouble}</Notice>}
      </Dialog>
    </>
  );
}
