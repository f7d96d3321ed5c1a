// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { addIntervention } from '../../../plan/commands/addRows.ts';
import { setNotWithChild, setShown } from '../../../plan/commands/showRows.ts';
import { must } from '../../../plan/testing.ts';
import { cleanup, openScreen, screen, tap } from '../testScreen.tsx';

afterEach(cleanup);

it('never says of a row that is not for the child that it is shown while she is in the room', async () => {
  openScreen({
    part: 3,
    before: (doc, ctx) => {
      const id = must(addIntervention(doc, ctx, { text: 'Samtal för föräldrarna' }));
      must(setNotWithChild(doc, ctx, { id, notWithChild: true }));
      must(setShown(doc, ctx, { item: id, shown: true }));
    },
  });
  await tap('Skriva', 'tab');
  expect(screen.queryByRole('button', { name: 'Visas för alla' })).toBeNull();
  expect(screen.getByText('Visas inte när Lars är med.')).toBeTruthy();

  await tap('Mer');
  await tap('Lars går ut', 'menuitem');
  expect(screen.getByRole('button', { name: 'Visas för alla' })).toBeTruthy();
});
