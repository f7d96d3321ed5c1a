import type { Speech } from './reader.ts';

/** How long a browser may take to find its voices, in milliseconds. */
const voicesWait = 1_500;

/** The browser's own speech; null where it has none. */
export const browserSpeech = (): Speech<SpeechSynthesisVoice> | null => {
  if (!('speechSynthesis' in globalThis)) return null;
  const synthesis = globalThis.speechSynthesis;
  return {
    voices: async () => {
      const now = synthesis.getVoices();
      if (now.length > 0) return now;
      await new Promise<void>((resolve) => {
        synthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
        setTimeout(resolve, voicesWait);
      });
      return synthesis.getVoices();
    },
    say: (text, voice, onWord) =>
      new Promise((resolve) => {
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        // A little slower than usual: it is read to somebody who listens for the words.
        utterance.rate = 0.9;
        utterance.addEventListener('boundary', ({ name, charIndex, charLength }) => {
          if (name === 'word') onWord(charIndex, charLength);
        });
        utterance.addEventListener('end', () => resolve('said'));
        utterance.addEventListener('error', ({ error }) =>
          resolve(error === 'canceled' || error === 'interrupted' ? 'stopped' : 'failed'),
        );
        synthesis.speak(utterance);
      }),
    stop: () => synthesis.cancel(),
  };
};
