import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { between } from './roomBlocks.ts';
import type { RoomWords } from './roomPhrases.ts';

/** The individual's own language in the shared view; null where all is in Swedish. */
export const RoomLanguage = createContext<RoomWords['language']>(null);

/**
 * A text of the shared view. Beside another language: theirs, and the same in Swedish below. What people have written
 * is the same in both and stands once, as the Swedish that it is.
 */
export function RoomText({ text }: { readonly text: string }): JSX.Element {
  const language = useContext(RoomLanguage);
  if (language === null) return <>{text}</>;
  const [theirs, ours] = text.split(between);
  if (ours === undefined) return <bdi lang="sv">{text}</bdi>;
  return (
    <>
      {/* A space: where both stand on one line they are read aloud, and copied, as two. */}
      <span {...language}>{theirs}</span>{' '}
      {ours !== '' && (
        <span class="room__ours" data-beside>
          <bdi lang="sv">{ours}</bdi>
        </span>
      )}
    </>
  );
}
