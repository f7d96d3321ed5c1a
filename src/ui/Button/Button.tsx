/**
 * Everything one presses to make something happen, and every link that looks like it.
 *
 * filled: the next step, one a view · outlined: other things to do · quiet: words with a line under them, in
 * bars and rows. With `href` it is a link inside the program.
 */
import type { ComponentChildren, JSX, Ref } from 'preact';
import { Link } from 'wouter';
import { classNames } from '../classNames.ts';
import { Icon, type IconName } from '../Icon/Icon.tsx';
import './Button.css';

export type ButtonKind = 'filled' | 'outlined' | 'quiet';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind | undefined;
  /** large: 64 px high, for the one step that leads on. */
  readonly size?: 'normal' | 'large' | undefined;
  /** As wide as what it stands in. */
  readonly wide?: boolean | undefined;
  readonly iconStart?: IconName | undefined;
  readonly iconEnd?: IconName | undefined;
  /** A picture or another sign before the words. */
  readonly before?: ComponentChildren;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  /** A way inside the program: the button is then a link. */
  readonly href?: string | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** Work is going on: presses do nothing, focus stays. */
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly class?: string | undefined;
  readonly id?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
  readonly 'aria-label'?: string | undefined;
  /** A link to where one is. */
  readonly 'aria-current'?: 'page' | undefined;
  readonly 'aria-pressed'?: boolean | undefined;
  readonly 'aria-expanded'?: boolean | undefined;
  readonly 'aria-controls'?: string | undefined;
  readonly 'aria-haspopup'?: 'menu' | 'dialog' | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'data-testid'?: string | undefined;
}

export function Button({
  children,
  kind = 'outlined',
  size = 'normal',
  wide = false,
  iconStart,
  iconEnd,
  before,
  onClick,
  href,
  type = 'button',
  busy = false,
  disabled = false,
  class: extra,
  buttonRef,
  ...rest
}: ButtonProps): JSX.Element {
  const look = classNames(
    'button',
    `button--${kind}`,
    size === 'large' && 'button--large',
    wide && 'button--wide',
    extra,
  );
  const content = (
    <>
      {before}
      {iconStart !== undefined && <Icon name={iconStart} />}
      <span class="button__words">{children}</span>
      {iconEnd !== undefined && <Icon name={iconEnd} />}
    </>
  );

  if (href !== undefined) {
    return (
      <Link href={href} className={look} {...(onClick && { onClick })} {...rest}>
        {content}
      </Link>
    );
  }

  return (
    <button
      class={look}
      // biome wants the literal: a button without a type sends forms
      type={type === 'submit' ? 'submit' : 'button'}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      ref={buttonRef ?? null}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {content}
    </button>
  );
}
