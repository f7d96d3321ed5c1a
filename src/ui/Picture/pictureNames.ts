/**
 * The pictures that views draw; a test holds the list and the folder `drawings` together. `drawings/waiting` has those
 * that no view draws yet: the program does not carry them.
 */
export const pictureNames = [
  'answer-yes',
  'part-1-opening',
  'person',
  'person-self',
  'signal-go-out',
  'signal-not-this',
  'signal-pause',
  'signal-read-aloud',
  'signal-speak',
  'signal-too-fast',
  'signal-unclear',
  'thing-calendar',
  'thing-call',
  'thing-flag',
  'thing-paper',
  'weather-cloud',
  'weather-sun',
] as const;

export type PictureName = (typeof pictureNames)[number];
