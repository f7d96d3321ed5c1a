/** Engelska: what an individual can read comes together, when it is chosen. Staff's part is in `staff/en.ts`. */
export const texts = import.meta.glob(
  './en/{easy,room,ownCircles,sip,words,coded,follow,howWasIt,ownView,signals}.json',
  { eager: true, import: 'default' },
);
