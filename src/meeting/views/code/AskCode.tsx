/** Asks for the **möteskod** before the leader's own screen; three wrong tries lock. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { CodePad } from './CodePad.tsx';
import { useMeetingCode } from './MeetingCode.ts';

export function AskCode({ onOpen }: { readonly onOpen: () => void }): JSX.Element | null {
  const t = useT();
  const code = useMeetingCode();
  const [wrong, setWrong] = useState(false);
  if (code === null) return null;
  const attempt = (digits: string): void => {
    const answer = code.attempt(digits);
    setWrong(answer === 'wrong');
    if (answer === 'open') onOpen();
  };
  return (
    <>
      <CodePad label={t('meeting:code.ask')} onFull={attempt} />
      <p role="alert">{wrong ? t('meeting:code.wrong') : ''}</p>
    </>
  );
}
