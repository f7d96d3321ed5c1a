import { describe, expect, it, vi } from 'vitest';
import { createReader, type Place, type ReadText, type Speech } from './reader.ts';
import { type Voice, voiceFor } from './voiceFor.ts';

const voice = (lang: string, more: Partial<Voice> = {}): Voice => ({
  lang,
  localService: true,
  default: false,
  ...more,
});

describe('the voice for a language', () => {
  it('is one on the device, never one that sends the words away', () => {
    expect(voiceFor([voice('sv-SE', { localService: false })], 'sv')).toBeNull();
    const own = voice('sv-SE');
    expect(voiceFor([voice('sv-FI', { localService: false }), own], 'sv')).toBe(own);
  });

  it('is of the language, whatever the country, and of the country where there is one', () => {
    const [finland, sweden] = [voice('sv-FI'), voice('sv_SE')];
    expect(voiceFor([finland, sweden], 'sv')).toBe(finland);
    expect(voiceFor([finland, sweden], 'sv-SE')).toBe(sweden);
    expect(voiceFor([finland, voice('sv-AX', { default: true })], 'sv')?.lang).toBe('sv-AX');
  });

  it('reads lättläst as Swedish, Dari as Persian, and Bosnian with a voice from a neighbour', () => {
    const voices = [voice('sv-SE'), voice('fa-IR'), voice('hr-HR')];
    expect(voiceFor(voices, 'sv-x-lattlast')?.lang).toBe('sv-SE');
    expect(voiceFor(voices, 'fa-AF')?.lang).toBe('fa-IR');
    expect(voiceFor(voices, 'bs')?.lang).toBe('hr-HR');
    expect(voiceFor(voices, 'ti')).toBeNull();
  });
});

type Answer = 'said' | 'stopped' | 'failed';

const speaking = (langs: readonly string[]) => {
  const said: string[] = [];
  let answer: ((outcome: Answer) => void) | null = null;
  let word: ((from: number, length: number) => void) | null = null;
  const speech: Speech<Voice> = {
    voices: async () => langs.map((lang) => voice(lang)),
    say: (text, { lang }, onWord) => {
      said.push(`${lang}: ${text}`);
      word = onWord;
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    stop: () => answer?.('stopped'),
  };
  return {
    said,
    reader: createReader(speech),
    end: async (outcome: Answer = 'said') => {
      await vi.waitFor(() => expect(answer).not.toBeNull());
      const now = answer;
      answer = null;
      now?.(outcome);
      await new Promise((resolve) => setTimeout(resolve));
    },
    word: (from: number, length: number) => word?.(from, length),
  };
};

const texts: readonly ReadText[] = [
  { text: 'Behov', language: 'sv' },
  { text: 'Vem gör vad?', language: 'sv' },
];

describe('a reader', () => {
  it('reads one text after the other, and says where it is, word for word where the voice tells', async () => {
    const { reader, said, end, word } = speaking(['sv-SE']);
    const places: (Place<ReadText> | null)[] = [];
    const done = reader.read(texts, 'sv', (place) => places.push(place));
    await end();
    word(4, 0);
    await end();
    expect(await done).toBe('read');
    expect(said).toEqual(['sv-SE: Behov', 'sv-SE: Vem gör vad?']);
    expect(places.map((place) => place?.word ?? place?.of.text ?? null)).toEqual([
      'Behov',
      'Vem gör vad?',
      { from: 4, to: 7 },
      null,
    ]);
  });

  it('says that there is no voice for the language, and reads nothing then', async () => {
    const { reader, said } = speaking(['sv-SE']);
    expect(await reader.read(texts, 'ti', () => undefined)).toBe('noVoice');
    expect(said).toEqual([]);
  });

  it('passes over what is in a language without a voice, among texts that have one', async () => {
    const { reader, said, end } = speaking(['ar-EG']);
    const mixed = [
      { text: 'احتياجاتك', language: 'ar' },
      { text: 'Sova', language: 'sv' },
    ];
    const done = reader.read(mixed, 'ar', () => undefined);
    await end();
    expect(await done).toBe('read');
    expect(said).toEqual(['ar-EG: احتياجاتك']);
  });

  it('stops when it is told to, and when another reading is begun', async () => {
    const { reader, said } = speaking(['sv-SE']);
    const first = reader.read(texts, 'sv', () => undefined);
    await vi.waitFor(() => expect(said).toHaveLength(1));
    reader.stop();
    expect(await first).toBe('stopped');
    const second = reader.read(texts, 'sv', () => undefined);
    await vi.waitFor(() => expect(said).toHaveLength(2));
    void reader.read([], 'sv', () => undefined);
    expect(await second).toBe('stopped');
    expect(said).toHaveLength(2);
  });

  it('says when the voice failed', async () => {
    const { reader, end } = speaking(['sv-SE']);
    const done = reader.read(texts, 'sv', () => undefined);
    await end('failed');
    expect(await done).toBe('failed');
  });
});
