/**
 * Run in the page: resolves when an element has kept its place for two frames, or after a second. A press goes to where
 * the element was when one looked. Rejects when it was drawn anew.
 */
export const standsStill = (element: Element): Promise<void> =>
  new Promise((done, fail) => {
    let before = '';
    let kept = 0;
    const look = (frames: number): void => {
      if (!element.isConnected) {
        fail(new Error('It is detached: drawn anew.'));
        return;
      }
      const { x, y, width, height } = element.getBoundingClientRect();
      const place = [x, y, width, height].join();
      kept = place === before ? kept + 1 : 0;
      before = place;
      if (kept >= 2 || frames >= 60) done();
      else requestAnimationFrame(() => look(frames + 1));
    };
    look(0);
  });
