import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createGroupCommit } from './groupCommit.ts';
import type { Outcome, Write } from './store.ts';

const touch: Write = { is: 'touch', channelId: new Uint8Array(32), today: 1 };
const touched: Outcome = { is: 'touched' };

/** A store whose commits end when the test says so. */
const createSlowStore = (commitsAtOnce: number) => {
  const sizes: number[] = [];
  const waiting: (() => void)[] = [];
  return {
    sizes,
    finish: () => waiting.shift()?.(),
    commitsAtOnce,
    commit: (writes: readonly Write[]) => {
      sizes.push(writes.length);
      return new Promise<readonly Outcome[]>((resolve) =>
        waiting.push(() => resolve(writes.map(() => touched))),
      );
    },
  };
};

it('gathers what comes while as many commits are under way as the store takes', async () => {
  const store = createSlowStore(2);
  const group = createGroupCommit(store);
  const answers: Promise<unknown>[] = [];
  for (const amount of [3, 2, 4, 5]) {
    for (let n = 0; n < amount; n += 1) answers.push(group.write(touch));
    await nextTurn();
  }
  expect(store.sizes).toEqual([3, 2]);
  store.finish();
  expect(await answers[0]).toEqual({ ok: true, value: touched });
  await nextTurn();
  expect(store.sizes).toEqual([3, 2, 9]);
  store.finish();
  store.finish();
  await Promise.all(answers);
  await group.idle();
  expect(group.counts()).toEqual({ commits: 3, writes: 14, failed: 0 });
});

it('is at rest only when nothing waits any more', async () => {
  const store = createSlowStore(1);
  const group = createGroupCommit(store);
  await group.idle();
  const answer = group.write(touch);
  let isAtRest = false;
  const rest = group.idle().then(() => {
    isAtRest = true;
  });
  await nextTurn();
  expect(isAtRest).toBe(false);
  store.finish();
  await Promise.all([answer, rest]);
});
