// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Button } from '../Button/Button.tsx';
import { BottomBar } from './BottomBar.tsx';

afterEach(cleanup);

it('BottomBar keeps the order of the keyboard when it is turned for the left-handed', () => {
  render(
    <BottomBar start={<Button>Tillbaka</Button>} reversed={true}>
      <Button>Nästa</Button>
    </BottomBar>,
  );
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
    'Tillbaka',
    'Nästa',
  ]);
});
