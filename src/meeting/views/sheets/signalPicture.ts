import type { SignalCard } from '../../../shared/signalMessage.ts';
import type { PictureName } from '../../../ui/Picture/pictureNames.ts';

/** The picture on each card. */
export const signalPicture: Readonly<Record<SignalCard, PictureName>> = {
  paus: 'signal-pause',
  forstarInte: 'signal-unclear',
  sagaNagot: 'signal-speak',
  forFort: 'signal-too-fast',
  intePrata: 'signal-not-this',
  gaUt: 'signal-go-out',
  lasUpp: 'signal-read-aloud',
};
