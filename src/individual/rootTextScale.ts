/** 1 is the usual text size; the setting and the browser's own both raise it. */
export const rootTextScale = (): number => {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? size / 16 : 1;
};
