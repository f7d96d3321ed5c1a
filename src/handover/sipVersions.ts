/**
 * **Vad är en SIP?** (field.md 18): for whom it is told. The texts are the namespace `sip`, the drawings `ui/Scene`. Words
 * and drawings are our own, held against the law (domain.md 4.2, 4.5) and against what is known of children's part in a
 * meeting (8.5). For a child or a young person the text never says that they alone decide, nor that what they tell stays
 * with whom they tell it to.
 */
export const sipVersions = ['vuxen', 'ungdom', 'barn', 'narstaende'] as const;

export type SipVersion = (typeof sipVersions)[number];
