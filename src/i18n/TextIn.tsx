import type { JSX } from 'preact';
import { languageAttributes } from './languages.ts';
import { RichText } from './RichText.tsx';
import type { Wording } from './textsOf.ts';

export interface TextInProps {
  readonly wording: Wording;
  readonly class?: string;
}

/**
 * A text in its own language and direction, whatever stands around it: an element with `dir` is an island, as `<bdi>` is.
 * Around names, phone numbers and Swedish words in a text of another language stands `<bdi>`.
 */
export function TextIn({ wording, class: className }: TextInProps): JSX.Element {
  return (
    <span {...languageAttributes(wording.language)} class={className}>
      <RichText text={wording.text} />
    </span>
  );
}
