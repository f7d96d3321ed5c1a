/** **Hur var mötet?** on paper: the same six statements and five faces to put a cross by, for an envelope (field.md 24). */
import type { JSX } from 'preact';
import { languageAttributes } from '../../../i18n/languages.ts';
import type { Texts } from '../../../i18n/textsOf.ts';
import { type Answerer, faces, statements } from '../../../shared/surveyAnswers.ts';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import './survey.css';

export interface SurveyPaperProps {
  readonly texts: Texts<'howWasIt'>;
  readonly who: Answerer;
}

export function SurveyPaper({ texts, who }: SurveyPaperProps): JSX.Element {
  const { t } = texts;
  return (
    <article class="survey-paper" {...languageAttributes(texts.language)}>
      <h1>{t('howWasIt:title')}</h1>
      <p>{t('howWasIt:paper.lead')}</p>
      <p>{t('howWasIt:paper.noName')}</p>
      <table>
        <thead>
          <tr>
            <td />
            {faces.map((face) => (
              <th key={face} scope="col">
                <Picture name={`face-${face}`} size={48} />
                <span>{t(`howWasIt:face.${face}`)}</span>
              </th>
            ))}
            <th scope="col">{t('howWasIt:skip')}</th>
          </tr>
        </thead>
        <tbody>
          {statements.map((statement) => (
            <tr key={statement}>
              <th scope="row">{t(`howWasIt:${who}.${statement}`)}</th>
              {[...faces, null].map((face) => (
                <td key={face}>
                  <span class="survey-paper__box" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
