/** The six scenes of **Vad är en SIP?**, in the order in which they are told; a test holds them and `scenes.svg` together. */
export const sceneNames = ['what', 'who', 'no', 'writing', 'meeting', 'after'] as const;

export type SceneName = (typeof sceneNames)[number];
