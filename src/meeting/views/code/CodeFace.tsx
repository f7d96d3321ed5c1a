/** In the place of the leader's own screen when the tablet has been away for a while and there is a **möteskod**. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { AskCode } from './AskCode.tsx';

export function CodeFace({ onOpen }: { readonly onOpen: () => void }): JSX.Element {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="code-face">
      <h1 tabIndex={-1} ref={heading}>
        {t('meeting:code.heading')}
      </h1>
      <AskCode onOpen={onOpen} />
    </main>
  );
}
