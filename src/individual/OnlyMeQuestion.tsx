import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../i18n/useT.ts';
import { AskCode } from '../meeting/views/code/AskCode.tsx';
import { useMeetingCode } from '../meeting/views/code/MeetingCode.ts';
import { Button } from '../ui/Button/Button.tsx';
import { Dialog } from '../ui/Dialog/Dialog.tsx';

export interface OnlyMeQuestionProps {
  readonly open: boolean;
  readonly onStay: () => void;
  readonly onOnlyMe: () => void;
}

/** The one way out of the shared view: **Bara jag ser skärmen nu**, and the **möteskod** where there is one. */
export function OnlyMeQuestion({ open, onStay, onOnlyMe }: OnlyMeQuestionProps): JSX.Element {
  const t = useT();
  const code = useMeetingCode();
  const [said, setSaid] = useState(false);
  const asks = said && code?.isSet === true;
  const stay = (): void => {
    setSaid(false);
    onStay();
  };
  return (
    <Dialog
      key={asks ? 'code' : 'question'}
      open={open}
      title={t(asks ? 'meeting:code.heading' : 'room:onlyMe.title')}
      onClose={stay}
      firstFocus={asks ? 'content' : 'title'}
      actions={
        <>
          <Button onClick={stay}>{t('room:onlyMe.stay')}</Button>
          {!asks && (
            <Button
              kind="filled"
              onClick={() => (code?.isSet === true ? setSaid(true) : onOnlyMe())}
            >
              {t('room:onlyMe.yes')}
            </Button>
          )}
        </>
      }
    >
      {asks ? <AskCode onOpen={onOnlyMe} /> : <p>{t('room:onlyMe.text')}</p>}
    </Dialog>
  );
}
