/** English: staff's part, and what of the individual's the leader's own views say too. */
export const texts = import.meta.glob('../en/*.json', { eager: true, import: 'default' });
