/** Swedish: what an individual can read. Staff's texts, and those of the shared view, are in the bundle (`swedish.ts`). */
export const texts = import.meta.glob(
  './sv/{easy,room,ownCircles,sip,words,coded,follow,howWasIt,ownView,signals}.json',
  { eager: true, import: 'default' },
);
