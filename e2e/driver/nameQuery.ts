/** Names of things as they travel into the page, and as a failure tells them. */
import type { NameQuery } from './page/finder.ts';
import type { Name, WaitOptions } from './types.ts';

export const toQuery = (name: Name, { within }: WaitOptions = {}): NameQuery => ({
  ...(typeof name === 'string' ? { text: name } : { pattern: name.source, flags: name.flags }),
  ...(within === undefined ? {} : { within: toQuery(within) }),
});

export const showName = (name: Name): string =>
  typeof name === 'string' ? `“${name}”` : String(name);
