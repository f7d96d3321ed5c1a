/**
 * **Läs upp**: reads a part of the page with a voice that is on the device, and marks what is said. Where there is no
 * voice for the language it says so, and what can be done instead. Give it the language, or the page, as `key`: when
 * another one stands there, what is read aloud is no longer what is seen.
 */
import type { JSX, RefObject } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button } from '../Button/Button.tsx';
import { Picture } from '../Picture/Picture.tsx';
import { browserSpeech } from './browserSpeech.ts';
import { type Readable, readableIn } from './readable.ts';
import { createReader, type Place, type ReadOutcome } from './reader.ts';
import './ReadAloud.css';

export interface ReadAloudWords {
  readonly read: string;
  readonly stop: string;
  readonly noVoice: string;
  readonly failed: string;
}

export interface ReadAloudProps {
  /** What is read. */
  readonly of: RefObject<HTMLElement | null>;
  /** BCP 47 */
  readonly language: string;
  readonly words: ReadAloudWords;
}

const mark = (place: Place<Readable> | null): void => {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('read-aloud');
  if (place === null) return;
  const { of, word } = place;
  const range = of.rangeOf(word?.from ?? 0, word?.to ?? of.text.length);
  CSS.highlights.set('read-aloud', new Highlight(range));
};

export function ReadAloud({ of, language, words }: ReadAloudProps): JSX.Element | null {
  const speech = useMemo(browserSpeech, []);
  const reader = useMemo(() => (speech === null ? null : createReader(speech)), [speech]);
  const [isReading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<ReadOutcome | null>(null);
  useEffect(
    () => () => {
      reader?.stop();
      mark(null);
    },
    [reader],
  );

  const read = async (): Promise<void> => {
    if (of.current === null) return;
    setTrouble(null);
    setReading(true);
    const outcome =
      reader === null ? 'noVoice' : await reader.read(readableIn(of.current), language, mark);
    mark(null);
    setReading(false);
    setTrouble(outcome === 'noVoice' || outcome === 'failed' ? outcome : null);
  };
  return (
    <div class="read-aloud">
      <Button
        before={<Picture name="thing-voice" size={32} />}
        aria-pressed={isReading}
        onClick={() => (isReading ? reader?.stop() : void read())}
      >
        {isReading ? words.stop : words.read}
      </Button>
      {trouble !== null && (
        <p class="read-aloud__trouble" role="alert">
          {trouble === 'noVoice' ? words.noVoice : words.failed}
        </p>
      )}
    </div>
  );
}
