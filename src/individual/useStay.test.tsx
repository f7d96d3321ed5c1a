// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForWayBack, useStay } from './useStay.ts';

const meeting = '/sip/a/mote';

/** What the router read when it was told that the address is another. */
const read: string[] = [];
listenForWayBack();
window.addEventListener('popstate', () => read.push(location.pathname));

function Stays({ onTry }: { readonly onTry: () => void }) {
  useStay(onTry);
  return null;
}

/** What the browser does: the address is already the one behind when it tells. */
const goBackTo = (behind: string): void => {
  history.replaceState(null, '', behind);
  window.dispatchEvent(new PopStateEvent('popstate'));
};

describe('the way back while everyone watches', () => {
  beforeEach(() => {
    history.replaceState(null, '', meeting);
    read.length = 0;
  });
  afterEach(cleanup);

  it.each(['/sip/a/forbered', '/', meeting])(
    'stays in the meeting when it would have led to %s, and the router never hears of it',
    (behind) => {
      const onTry = vi.fn();
      render(<Stays onTry={onTry} />);
      goBackTo(behind);
      expect(location.pathname).toBe(meeting);
      expect(onTry).toHaveBeenCalledOnce();
      expect(read).toEqual([]);
    },
  );

  it('lets go when the view is gone', () => {
    const onTry = vi.fn();
    const { unmount } = render(<Stays onTry={onTry} />);
    unmount();
    goBackTo('/');
    expect(location.pathname).toBe('/');
    expect(onTry).not.toHaveBeenCalled();
    expect(read).toEqual(['/']);
  });
});
