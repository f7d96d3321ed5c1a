/**
 * The hard words of what stands in the plan just now, in the individual's own view, to be touched (looks.md 1.3). Coded
 * words are explained where they stand.
 */
import type { JSX } from 'preact';
import type { LanguageCode } from '../../i18n/languages.ts';
import type { RoomWords } from '../roomPhrases.ts';
import type { RoomBody } from '../roomShape.ts';
import { WordsInText } from './WordsInText.tsx';

export interface WordsOfPlanProps {
  readonly body: Extract<RoomBody, { part: 'behov' | 'sammanfattning' }>;
  readonly words: Pick<RoomWords, 'explained'>;
  readonly language: LanguageCode;
}

export function WordsOfPlan({ body, words, language }: WordsOfPlanProps): JSX.Element | null {
  const free = textsOf(body).filter((text) => words.explained(text) === '');
  return <WordsInText texts={free} language={language} />;
}

const textsOf = (body: WordsOfPlanProps['body']): readonly string[] =>
  body.part === 'behov'
    ? [
        ...body.goals,
        ...body.steps.flatMap(({ text, rows }) => [text ?? '', ...rows.map((row) => row.text)]),
      ]
    : [...body.people.flatMap(({ rows }) => rows.map(({ text }) => text)), ...body.disagreements];
