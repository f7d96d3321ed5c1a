import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';

export interface CopyTextProps {
  readonly text: string;
  readonly label: string;
  readonly onCopied: () => void;
}

/** A Swedish text to take along: by the clipboard, and where that is closed by hand, all of it marked. */
export function CopyText({ text, label, onCopied }: CopyTextProps): JSX.Element {
  const t = useT();
  const [state, setState] = useState<'ready' | 'copied' | 'byHand'>('ready');
  const area = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      area.current?.focus();
      area.current?.select();
      setState('byHand');
    }
    onCopied();
  };
  return (
    <div class="copy-text">
      <div class="button-row">
        <Button kind="filled" onClick={() => void copy()}>
          {t('plan:view.copy')}
        </Button>
        <p role="status">
          {state === 'copied' && t('plan:view.copied')}
          {state === 'byHand' && t('plan:view.byHand')}
        </p>
      </div>
      <Field
        label={label}
        value={text}
        onInput={() => undefined}
        multiline
        rows={12}
        readOnly
        lang="sv"
        inputRef={area}
      />
    </div>
  );
}
