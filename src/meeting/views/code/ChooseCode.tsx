/** **Möteskod**: chosen for this meeting by whoever wants it, twice so that a slip of the finger locks nobody out. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { useLeader } from '../Leader.ts';
import { CodePad } from './CodePad.tsx';
import { useMeetingCode } from './MeetingCode.ts';

export function ChooseCode(): JSX.Element | null {
  const { t, sheet, open } = useLeader();
  const code = useMeetingCode();
  const [first, setFirst] = useState<string | null>(null);
  const [differed, setDiffered] = useState(false);
  if (code === null) return null;
  const close = (): void => {
    setFirst(null);
    setDiffered(false);
    open(null);
  };
  const typed = (digits: string): void => {
    setDiffered(false);
    if (first === null) {
      setFirst(digits);
      return;
    }
    setFirst(null);
    if (first === digits) code.choose(digits);
    else setDiffered(true);
  };
  return (
    <Dialog
      open={sheet === 'code'}
      title={t('meeting:code.heading')}
      onClose={close}
      actions={
        <>
          {code.isSet && (
            <Button kind="quiet" onClick={code.remove}>
              {t('meeting:code.remove')}
            </Button>
          )}
          <Button onClick={close}>{t('common:action.close')}</Button>
        </>
      }
    >
      {code.isSet ? (
        <p role="status">{t('meeting:code.isSet')}</p>
      ) : (
        <>
          <p>{t('meeting:code.what')}</p>
          <CodePad
            key={first === null ? 'first' : 'again'}
            label={t(first === null ? 'meeting:code.choose' : 'meeting:code.again')}
            onFull={typed}
          />
          <p role="alert">{differed ? t('meeting:code.differed') : ''}</p>
        </>
      )}
    </Dialog>
  );
}
