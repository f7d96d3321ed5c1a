/** Answers to **Låter det bra?** that one can point at, without a word. Nothing is pressed: the leader asks and writes. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Texts } from '../../i18n/textsOf.ts';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { RoomText } from '../RoomText.tsx';

const answers = ['yes', 'partly', 'no', 'think'] as const;

export interface AnswersToPointProps {
  readonly texts: Texts<'ownView'>;
  /** **Låter det bra?** in the room's languages. */
  readonly question: string;
}

export function AnswersToPoint({ texts, question }: AnswersToPointProps): JSX.Element {
  const id = useId();
  return (
    <section class="own__answers" data-part="4" aria-labelledby={id}>
      <p class="own__question" id={id}>
        <RoomText text={question} />
      </p>
      <p>{texts.t('ownView:answer.point')}</p>
      <ul>
        {answers.map((answer) => (
          <li key={answer}>
            <Picture name={`answer-${answer}`} size={72} />
            <span>{texts.t(`ownView:answer.${answer}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
