/** Calls while one is under way make one more afterwards, however many they were. */
export const once = (run: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  let again = false;
  const start = async (): Promise<void> => {
    do {
      again = false;
      await run();
    } while (again);
    running = null;
  };
  return () => {
    again = true;
    running ??= start();
    return running;
  };
};
