// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useStay } from './useStay.ts';

const meeting = '/sip/a/mote';

function Stays({ onTry }: { readonly onTry: () => void }) {
  useStay(onTry);
  return null;
}

describe('the way back while everyone watches', () => {
  beforeEach(() => history.replaceState(null, '', meeting));
  afterEach(cleanup);

  it.each(['/sip/a/forbered', '/', meeting])(
    'stays in the meeting when it would have led to %s, however many steps back',
    (behind) => {
      const onTry = vi.fn();
      render(<Stays onTry={onTry} />);
      // What the browser does before it tells: the address is already the one behind.
      history.replaceState(null, '', behind);
      window.dispatchEvent(new PopStateEvent('popstate'));
      expect(location.pathname).toBe(meeting);
      expect(onTry).toHaveBeenCalledOnce();
    },
  );
});
