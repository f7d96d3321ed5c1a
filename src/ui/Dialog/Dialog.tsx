/**
 * A question that must be answered before going on. The page behind is inert (native `<dialog>`), Esc closes, and
 * focus goes back to where it was.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import './Dialog.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Esc, or a press outside. */
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
  /** The buttons; the one that leads on last. */
  readonly actions?: ComponentChildren;
  /** sheet: from the lower edge, with an ink line on top. */
  readonly kind?: 'dialog' | 'sheet' | undefined;
  /** title: the question is read first. content: a field in it is written in at once. */
  readonly firstFocus?: 'title' | 'content' | undefined;
  /** False: only the buttons close it. */
  readonly dismissable?: boolean | undefined;
  readonly class?: string | undefined;
}

export function Dialog(props: DialogProps): JSX.Element | null {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({
  title,
  onClose,
  children,
  actions,
  kind = 'dialog',
  firstFocus = 'title',
  dismissable = true,
  class: extra,
}: DialogProps): JSX.Element {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const opened = dialog.current;
    const cameFrom = document.activeElement;
    if (opened === null) return undefined;
    if (!opened.open) opened.showModal();
    if (firstFocus === 'title') heading.current?.focus();
    return () => {
      if (opened.open) opened.close();
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
    };
  }, [firstFocus]);

  return (
    <dialog
      ref={dialog}
      class={classNames('dialog', `dialog--${kind}`, extra)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (dismissable) onClose();
      }}
      onKeyDown={(event) => {
        // Browsers close a dialog on the second Esc even when the first was prevented.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (dismissable) onClose();
      }}
      onPointerDown={(event) => {
        if (dismissable && event.target === dialog.current) onClose();
      }}
    >
      <div class="dialog__content">
        <h2 class="dialog__title" id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {children}
        {actions !== undefined && <div class="dialog__actions">{actions}</div>}
      </div>
    </dialog>
  );
}
