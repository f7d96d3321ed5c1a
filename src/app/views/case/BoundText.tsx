/** A free text of the plan under the fingers: typing is batched by the workspace and written when one leaves. */

import type { JSX } from 'preact';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { TextRef } from '../../../plan/documentRead.ts';
import { maxTextLength } from '../../../plan/documentWrite.ts';
import { TextSpliceField } from '../../../ui/TextSpliceField/TextSpliceField.tsx';

export interface BoundTextProps {
  readonly text: TextRef;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly hideLabel?: boolean | undefined;
  readonly multiline?: boolean | undefined;
  readonly rows?: number | undefined;
  readonly error?: string | null | undefined;
}

export function BoundText({ text, ...field }: BoundTextProps): JSX.Element {
  const workspace = useWorkspace();
  const typing = workspace.typing(text);
  return (
    <TextSpliceField
      {...field}
      value={typing.value}
      onSplice={typing.splice}
      maxLength={maxTextLength(text)}
      onBlur={() => void workspace.flush()}
      readOnly={workspace.state.plan.readOnly}
    />
  );
}
