/**
 * What the words mean that stand in the plan just now: the coded ones with the catalogue's explanation and picture, in
 * free text the hard ones. In the individual's own view, to be touched (looks.md 1.3).
 */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { createCodedInText } from '../../plan/catalogue/codedInText.ts';
import { codedKeys } from '../../plan/catalogue/codedKeys.ts';
import type { RoomBody } from '../roomShape.ts';
import { type ExplainedWord, ExplainedWords } from './ExplainedWords.tsx';
import { explainHardWords } from './WordsInText.tsx';

export interface WordsOfPlanProps {
  readonly body: Extract<RoomBody, { part: 'behov' | 'sammanfattning' }>;
  readonly language: LanguageCode;
}

export function WordsOfPlan({ body, language }: WordsOfPlanProps): JSX.Element | null {
  const words = useTexts('words', language);
  const coded = useTexts('coded', language);
  const swedish = useTexts('coded', 'sv');
  const codedOf = useMemo(
    () => swedish && createCodedInText((id) => swedish.t(codedKeys(id).name)),
    [swedish],
  );
  if (words === null || coded === null || codedOf === null) return null;
  const told = new Map<string, ExplainedWord>();
  const free: string[] = [];
  for (const text of textsOf(body)) {
    const found = codedOf(text);
    if (found === null) {
      free.push(text);
      continue;
    }
    const { id, picture } = found;
    const keys = codedKeys(id);
    told.set(id, { id, names: coded.both(keys.name), plain: coded.say(keys.plain), picture });
  }
  for (const word of explainHardWords(free, words)) {
    if (!told.has(word.id)) told.set(word.id, word);
  }
  return <ExplainedWords texts={words} words={[...told.values()]} />;
}

const textsOf = (body: WordsOfPlanProps['body']): readonly string[] =>
  body.part === 'behov'
    ? [
        ...body.goals,
        ...body.steps.flatMap(({ text, rows }) => [text ?? '', ...rows.map((row) => row.text)]),
      ]
    : [...body.people.flatMap(({ rows }) => rows.map(({ text }) => text)), ...body.disagreements];
