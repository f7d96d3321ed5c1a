/**
 * What somebody else wrote, as part of one line of ours: it cannot make a line of its own that looks like the program's, nor
 * turn round what stands beside it.
 */
const turns = /[\u202a-\u202e\u2066-\u2069\0]/gu;
const breaks = /\s*[\n\r\v\f\u0085\u2028\u2029]\s*/gu;

export const oneLine = (text: string): string =>
  text.trim().replaceAll(turns, '').replaceAll(breaks, ' / ');
