/**
 * A short text that is one value (a place, a phone number): written when one pauses and when one leaves, so that
 * what stands on the screen is in the plan soon after.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Field, type FieldKind } from '../../../ui/Field/Field.tsx';

export interface RegisterFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly kind?: FieldKind | undefined;
  readonly after?: ComponentChildren;
  readonly hideLabel?: boolean | undefined;
}

/** ms */
const rest = 400;

export function RegisterField(props: RegisterFieldProps): JSX.Element {
  const { value, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<{ readonly text: string; readonly tell: (text: string) => void } | null>(
    null,
  );
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const tell = useCallback((): void => {
    clearTimeout(timer.current);
    waiting.current?.tell(waiting.current.text);
    waiting.current = null;
  }, []);
  // Leaving the view is leaving the field.
  useEffect(() => tell, [tell]);

  return (
    <Field
      label={props.label}
      hint={props.hint}
      kind={props.kind}
      after={props.after}
      hideLabel={props.hideLabel}
      value={typed ?? value}
      onInput={(text) => {
        setTyped(text);
        waiting.current = { text: text.trim(), tell: onChange };
        clearTimeout(timer.current);
        timer.current = setTimeout(tell, rest);
      }}
      onBlur={() => {
        tell();
        setTyped(null);
      }}
    />
  );
}
