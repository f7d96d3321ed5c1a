import type { JSX } from 'preact';

export interface RichTextProps {
  /** A text from `t`, in which `**words**` are to stand out. */
  readonly text: string;
}

/** A text with strong words in it, so that no sentence is put together from pieces. */
export function RichText({ text }: RichTextProps): JSX.Element {
  return (
    <>
      {text
        .split(/\*\*(.+?)\*\*/u)
        .map((piece, index) => (index % 2 === 1 ? <strong key={piece}>{piece}</strong> : piece))}
    </>
  );
}
