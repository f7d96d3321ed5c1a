/** **Lås upp med ansikte, finger eller skärmkod**: drawn only where the browser can; the password stays above it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { type PasskeyProblem, passkeyWords } from '../../passkeyWords.ts';

export interface PasskeyUnlockProps {
  readonly canUse: () => Promise<boolean>;
  /** Null when it opened. */
  readonly unlock: () => Promise<PasskeyProblem | null>;
}

export function PasskeyUnlock({ canUse, unlock }: PasskeyUnlockProps): JSX.Element | null {
  const t = useT();
  const [can, setCan] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  useEffect(() => {
    void canUse().then(setCan);
  }, [canUse]);
  if (!can) return null;
  return (
    <>
      <Button
        busy={busy}
        onClick={async () => {
          setBusy(true);
          setProblem(null);
          const met = await unlock();
          if (met === null) return;
          setBusy(false);
          setProblem(met);
        }}
      >
        {busy ? t('vault:passkey.waiting') : t('vault:passkey.unlock')}
      </Button>
      {problem !== null && <Notice kind="error">{t(passkeyWords.unlock[problem])}</Notice>}
    </>
  );
}
