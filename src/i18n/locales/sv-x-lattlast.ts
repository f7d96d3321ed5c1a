/** Lättläst svenska: every text of it comes together, when it is chosen. */
export const texts = import.meta.glob('./sv-x-lattlast/*.json', { eager: true, import: 'default' });
