// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { SaveTrouble } from './SaveTrouble.tsx';

afterEach(cleanup);

const notSaved = { kind: 'notSaved', reason: 'full' } as const;

describe('a case that cannot be saved', () => {
  it('says when that is why it was not locked, here or from another window', () => {
    const { rerender } = render(<SaveTrouble save={notSaved} atLock />);
    expect(screen.getByRole('alert').textContent).toContain('Därför låstes det inte.');
    rerender(<SaveTrouble save={notSaved} atLock={false} />);
    expect(screen.getByRole('alert').textContent).not.toContain('låstes');
    rerender(<SaveTrouble save={{ kind: 'saved' }} atLock />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
