import type { JSX } from 'preact';
import type { Texts } from '../../i18n/textsOf.ts';
import { type Face, faces } from '../../shared/surveyAnswers.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';

export interface FaceButtonsProps {
  readonly texts: Texts<'howWasIt'>;
  readonly chosen: Face | null;
  readonly onFace: (face: Face) => void;
}

/** Five faces from not at all to completely, each with its words: the face says nothing alone. */
export function FaceButtons({ texts, chosen, onFace }: FaceButtonsProps): JSX.Element {
  return (
    <div class="survey__faces">
      {faces.map((face) => (
        <Button
          key={face}
          class="survey__face"
          aria-pressed={chosen === face}
          before={<Picture name={`face-${face}`} size={104} />}
          onClick={() => onFace(face)}
        >
          {texts.t(`howWasIt:face.${face}`)}
        </Button>
      ))}
    </div>
  );
}
