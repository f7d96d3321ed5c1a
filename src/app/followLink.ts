/**
 * What stands after # in the link of one who follows: the keys of the share. They are taken out of the address before anything else
 * is done, so that they stand in no history, no title and no picture of the screen, and are kept in memory alone.
 */
export const followPath = '/folj';

/** Null where there is none. */
export const takeFollowLink = (
  location: Pick<Location, 'pathname' | 'hash'>,
  history: Pick<History, 'replaceState'>,
): string | null => {
  if (location.pathname !== followPath || location.hash.length < 2) return null;
  const fragment = location.hash.slice(1);
  history.replaceState(null, '', followPath);
  return fragment;
};

/** To be given to the one who follows, and to nobody else. */
export const followLinkOf = (origin: string, fragment: string): string =>
  `${origin}${followPath}#${fragment}`;
