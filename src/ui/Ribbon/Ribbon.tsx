/** The person's own words: a ribbon, weight 600 and quotation marks, so that it is never told by colour alone. */
import type { JSX } from 'preact';
import { useT } from '../../i18n/useT.ts';
import { classNames } from '../classNames.ts';
import './Ribbon.css';

export interface RibbonProps {
  /** The words as they were said, without quotation marks. */
  readonly words: string;
  /** What the words are about, such as "Långsiktigt mål, Lars egna ord". */
  readonly label?: string | undefined;
  readonly size?: 'normal' | 'large' | undefined;
  readonly class?: string | undefined;
}

export function Ribbon({ words, label, size = 'normal', class: extra }: RibbonProps): JSX.Element {
  const t = useT();
  return (
    <figure class={classNames('ribbon', size === 'large' && 'ribbon--large', extra)}>
      {label !== undefined && <figcaption class="ribbon__label">{label}</figcaption>}
      <blockquote class="ribbon__words">{t('common:quoted', { words: words.trim() })}</blockquote>
    </figure>
  );
}
