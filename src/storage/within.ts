/** Waiting with an end: a database that never answers must not hold a person. */

export const late = Symbol('late');

/** What `work` gives, or `late` when it has not given it in `ms`. What it gives later is passed over. */
export const within = async <T>(ms: number, work: PromiseLike<T>): Promise<T | typeof late> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};
