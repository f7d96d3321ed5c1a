import { describe, expect, it } from 'vitest';
import { createFormats } from './formatsIn.ts';
import type { TextTree } from './individualTexts.ts';
import type { LanguageCode } from './languages.ts';
import { createTexts, type TextSource } from './textsOf.ts';

const source = (language: LanguageCode, tree: TextTree | null): TextSource => ({
  language,
  tree,
  formats: createFormats(language, null),
});

const swedish = source('sv', {
  hidden: 'Vi tar bort texten en stund.',
  before: 'före {{date}}',
  step: 'Steg: {{text}}',
  agreed_one: 'Vi är överens om en sak',
  agreed_other: 'Vi är överens om {{count}} saker',
});

describe('a text that the language lacks', () => {
  const texts = createTexts<'room'>(source('pl', { step: 'Krok: {{text}}' }), swedish);

  it('stands in Swedish and says so, text by text', () => {
    expect(texts.say('room:hidden')).toEqual({
      text: 'Vi tar bort texten en stund.',
      language: 'sv',
      isFallback: true,
    });
    expect(texts.isFallback('room:hidden')).toBe(true);
    expect(texts.isFallback('room:step')).toBe(false);
    expect(texts.t('room:step', { text: 'X' })).toBe('Krok: X');
    expect(texts.t('room:agreed', { count: 2 })).toBe('Vi är överens om 2 saker');
  });

  it('stops a test when Swedish lacks it too, or a value is missing', () => {
    expect(() => texts.t('room:paused')).toThrow('There is no text "room:paused"');
    expect(() => texts.t('room:step')).toThrow('lacks text');
  });
});

describe('numbers', () => {
  it('take the form of the language', () => {
    const polish = createTexts<'room'>(
      source('pl', {
        agreed_one: 'jedna',
        agreed_few: '{{count}} kilka',
        agreed_many: '{{count}} wiele',
        agreed_other: '{{count}} inne',
      }),
      swedish,
    );
    expect([1, 2, 5, 22].map((count) => polish.t('room:agreed', { count }))).toEqual([
      'jedna',
      '2 kilka',
      '5 wiele',
      '22 kilka',
    ]);
    expect(polish.isFallback('room:agreed')).toBe(false);
  });

  it('take the general form where a form is lacking, before any other language', () => {
    const texts = createTexts<'room'>(
      source('so', { agreed_other: '{{count}} arrimood' }),
      swedish,
    );
    expect(texts.t('room:agreed', { count: 1 })).toBe('1 arrimood');
  });
});

describe('two languages at once', () => {
  it('are theirs and then Swedish, each with dates of its own', () => {
    const texts = createTexts<'room'>(source('fi', { before: 'ennen {{date}}' }), swedish);
    expect(texts.both('room:before', ({ dayMonth }) => ({ date: dayMonth('2026-06-01') }))).toEqual(
      [
        { text: 'ennen 1. kesäkuuta', language: 'fi', isFallback: false },
        { text: 'före 1 juni', language: 'sv', isFallback: false },
      ],
    );
  });

  it('are one where both would be Swedish', () => {
    const easy = createTexts<'room'>(
      source('sv-x-lattlast', { hidden: 'Nu visar vi inte texten.' }),
      swedish,
    );
    expect(easy.both('room:hidden').map(({ text }) => text)).toEqual(['Nu visar vi inte texten.']);
    const empty = createTexts<'room'>(source('tr', null), swedish);
    expect(empty.both('room:hidden')).toHaveLength(1);
  });
});

describe('a language from right to left', () => {
  it('keeps names, numbers and Swedish words to themselves', () => {
    const texts = createTexts<'room'>(source('ar', { step: 'خطوة: {{text}}' }), swedish);
    expect(texts.t('room:step', { text: 'Behov (del 3)' })).toBe('خطوة: \u2068Behov (del 3)\u2069');
    expect(texts.both('room:step', { text: 'Behov' })[1]?.text).toBe('Steg: Behov');
  });
});
