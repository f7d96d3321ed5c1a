/** Ukrainska: every text of it comes together, when it is chosen. */
export const texts = import.meta.glob('./uk/*.json', { eager: true, import: 'default' });
