/**
 * **Om en kollega blir borta**: plans that one may take over and does not have. No name but the one that the owner chose
 * to say, and that only where names stand at all.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type TakeOverReason, takeOverReasons } from '../../../cases/caseFacts.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import type { Offer, TakeOverWork } from './takeOver.ts';

export interface StandInOffersProps {
  readonly work: Pick<TakeOverWork, 'offers' | 'take'>;
  /** False on the first screen. */
  readonly names: boolean;
}

export function StandInOffers({ work, names }: StandInOffersProps): JSX.Element | null {
  const t = useT();
  const [chosen, setChosen] = useState<Offer | null>(null);
  if (work.offers.length === 0) return null;
  return (
    <section class="section">
      <h2>{t('home:takeOver.title')}</h2>
      <p class="soft">{t('home:takeOver.lead')}</p>
      <RuledList label={t('home:takeOver.title')}>
        {work.offers.map((offer, place) => (
          <RuledRow
            key={offer.caseId}
            second={
              names && offer.label !== null
                ? t('home:takeOver.label', { name: offer.label })
                : undefined
            }
            actions={
              <Button
                kind="quiet"
                aria-label={t('home:takeOver.takeOf', {
                  who: offer.shortName,
                  number: place + 1,
                })}
                onClick={() => setChosen(offer)}
              >
                {t('home:takeOver.take')}
              </Button>
            }
          >
            {t('home:takeOver.from', { who: offer.shortName })}
          </RuledRow>
        ))}
      </RuledList>
      {chosen !== null && (
        <TakeOverDialog
          offer={chosen}
          names={names}
          take={work.take}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
}

interface TakeOverDialogProps {
  readonly offer: Offer;
  readonly names: boolean;
  readonly take: TakeOverWork['take'];
  readonly onClose: () => void;
}

function TakeOverDialog({ offer, names, take, onClose }: TakeOverDialogProps): JSX.Element {
  const t = useT();
  const [reason, setReason] = useState<TakeOverReason | null>(null);
  const [note, setNote] = useState('');
  const [noteError, setNoteError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<'gone' | 'failed' | null>(null);
  const who = offer.shortName;

  const confirm = async (): Promise<void> => {
    if (reason === null) return;
    const said = reason === 'other' ? note.trim() : '';
    if (reason === 'other' && said === '') {
      setNoteError(t('home:takeOver.noteMissing'));
      return;
    }
    setBusy(true);
    const answer = await take(offer, { reason, note: said });
    if (answer === 'taken') return;
    setBusy(false);
    setTrouble(answer);
  };

  return (
    <Dialog
      open
      title={t('home:takeOver.question', { who })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('home:takeOver.cancel')}</Button>
          <Button
            kind="filled"
            busy={busy}
            disabled={reason === null}
            onClick={() => void confirm()}
          >
            {t('home:takeOver.take')}
          </Button>
        </>
      }
    >
      {names && offer.label !== null && <p>{t('home:takeOver.label', { name: offer.label })}</p>}
      <p>{t('home:takeOver.what', { who })}</p>
      <p>{t('home:takeOver.need')}</p>
      <ChipGroup
        label={t('home:takeOver.why')}
        value={reason}
        options={takeOverReasons.map((each) => ({
          value: each,
          label: t(`home:takeOver.reasons.${each}`),
        }))}
        onChange={setReason}
      />
      {reason === 'other' && (
        <Field
          label={t('home:takeOver.note')}
          hint={t('home:takeOver.noteHint')}
          value={note}
          maxLength={100}
          onInput={setNote}
          error={noteError}
        />
      )}
      {trouble !== null && <Notice kind="error">{t(`home:takeOver.${trouble}`)}</Notice>}
    </Dialog>
  );
}
