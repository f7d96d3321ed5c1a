/** Bosniska, kroatiska, serbiska: every text of it comes together, when it is chosen. */
export const texts = import.meta.glob('./bs/*.json', { eager: true, import: 'default' });
