/** Which picture stands at a goal or at what matters, by the area of life that it names: by the rules of `helpPicture`. */
import type { PictureName } from '../ui/Picture/pictureNames.ts';
import { onlyKind, patternsOf } from './helpPicture.ts';

const patterns = patternsOf({
  family: [/familj(en)?/u, /barnen/u, /barnbarn(en)?/u],
  farm: [/gården/u, /lantbruk(et)?/u],
  friends: [/vän(ner|nerna)?/u, /kompis(ar|arna)?/u],
  home: [/bo( kvar)? hemma/u, /egen lägenhet/u, /bostad(en)?/u],
  money: [/pengar(na)?/u, /ekonomi(n)?/u, /skulder(na)?/u],
  school: [/skola(n)?/u, /plugga/u],
  sleep: [/sova/u, /sömn(en)?/u],
  work: [/arbete(t)?/u, /arbeta/u, /jobb(et)?/u, /jobba/u],
});

export const areaPicture = (text: string): PictureName | 'none' => {
  const kind = onlyKind(text, patterns);
  return kind === null ? 'none' : `area-${kind}`;
};
