/**
 * The pictures that views draw; a test holds the list and the folder `drawings` together. `drawings/waiting` has those
 * that no view draws yet: the program does not carry them.
 */
export const pictureNames = [
  'answer-yes',
  'help-aids',
  'help-application',
  'help-at-home',
  'help-company',
  'help-doctor',
  'help-exercise',
  'help-group',
  'help-homecare',
  'help-interpreter',
  'help-medicine',
  'help-money',
  'help-respite',
  'help-school',
  'help-talk',
  'help-transport',
  'help-work',
  'part-1-opening',
  'part-3-needs',
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
