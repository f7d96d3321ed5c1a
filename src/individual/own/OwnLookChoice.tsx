/** **Så vill jag ha det**: how this person wants to read, remembered with the plan. */
import type { JSX } from 'preact';
import type { Texts } from '../../i18n/textsOf.ts';
import type { OwnLook } from '../../plan/model.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { CheckRow } from '../../ui/CheckRow/CheckRow.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';

export interface OwnLookChoiceProps {
  readonly open: boolean;
  readonly texts: Texts<'ownView'>;
  readonly look: readonly OwnLook[];
  readonly onChange: (look: readonly OwnLook[]) => void;
  readonly onClose: () => void;
}

const rows = [
  { look: 'large', text: 'size' },
  { look: 'airy', text: 'spacing' },
  { look: 'contrast', text: 'contrast' },
  { look: 'calm', text: 'calm' },
] as const satisfies readonly { readonly look: OwnLook; readonly text: string }[];

export function OwnLookChoice(props: OwnLookChoiceProps): JSX.Element {
  const { open, texts, look, onChange, onClose } = props;
  return (
    <Dialog
      open={open}
      title={texts.t('ownView:look.title')}
      onClose={onClose}
      actions={
        <Button kind="filled" onClick={onClose}>
          {texts.t('ownView:look.done')}
        </Button>
      }
    >
      {rows.map((row) => (
        <CheckRow
          key={row.look}
          label={texts.t(`ownView:look.${row.text}`)}
          {...(row.look === 'calm' && { hint: texts.t('ownView:look.calmMore') })}
          checked={look.includes(row.look)}
          onChange={(checked) =>
            onChange(checked ? [...look, row.look] : look.filter((each) => each !== row.look))
          }
        />
      ))}
    </Dialog>
  );
}
