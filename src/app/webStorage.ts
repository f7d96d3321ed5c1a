/** What a browser keeps by name, `localStorage` or `sessionStorage`; where even asking for it is refused, nothing is kept. */
export type WebStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nothingKept: WebStorage = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

export const webStorage = (ask: () => WebStorage | null): WebStorage => {
  try {
    return ask() ?? nothingKept;
  } catch {
    return nothingKept;
  }
};
