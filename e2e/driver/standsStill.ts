/**
 * Run in the page: resolves when an element has kept its place for two frames, or after a second. WebDriver and BiDi
 * press where the element was when they looked; Playwright waits by itself.
 */
export const standsStill = (element: Element): Promise<void> =>
  new Promise((done) => {
    let before = '';
    let kept = 0;
    const look = (frames: number): void => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const place = [x, y, width, height].join();
      kept = place === before ? kept + 1 : 0;
      before = place;
      if (kept >= 2 || frames >= 60) done();
      else requestAnimationFrame(() => look(frames + 1));
    };
    look(0);
  });
