import { describe, expect, test } from 'vitest';
import { allAnswered, started } from '../../meeting/testMeeting.ts';
import { unwrap } from '../../vault/testing.ts';
import { unseenAfterMs } from '../leadership.ts';
import { openCase } from '../openCase.ts';
import { createTestServer } from './testRelay.ts';
import { createTestDevice, makeSharedCase } from './testSync.ts';

/** The leader's tablet and the note-taker's, in a meeting that the first has started. */
const inMeeting = async () => {
  const { relay } = createTestServer();
  const one = await createTestDevice(relay, 'Ledarens');
  const two = await createTestDevice(relay, 'Sekreterarens');
  const { first } = await makeSharedCase(one, two);
  unwrap(await first.workspace().send(started()));
  await one.engine.pass();
  await two.engine.pass();
  const second = unwrap(await openCase(two.caseDeps, two.session, first.caseId, { log: false }));
  const sync = async (): Promise<void> => {
    for (const { engine } of [one, two, one]) await engine.pass();
    await first.catchUp();
    await second.catchUp();
  };
  return { one, two, first, second, sync };
};

describe('the lead of a meeting over two devices', () => {
  test('is asked for, handed over and taken, and the one that led follows', async () => {
    const { first, second, sync } = await inMeeting();
    expect(first.leadership()).toEqual({ is: 'here', asked: null });
    expect(second.leadership()).toMatchObject({ is: 'otherDevice', isOffered: false });
    expect((await second.workspace().send({ type: 'meeting.resumed' })).ok).toBe(false);

    unwrap(await second.askToLead());
    await sync();
    expect(first.leadership()).toMatchObject({
      is: 'here',
      asked: { device: second.device(), name: 'Karin' },
    });
    unwrap(await first.offerLead(second.device()));
    await sync();
    expect(first.leadership()).toEqual({ is: 'here', asked: null });
    expect(second.leadership()).toMatchObject({ is: 'otherDevice', isOffered: true });
    unwrap(await second.leadFromHere());
    await sync();
    expect(second.leadership()).toMatchObject({ is: 'here' });
    expect(first.leadership()).toMatchObject({ is: 'otherDevice', isOffered: false });
    unwrap(await second.workspace().send({ type: 'part.next', facts: allAnswered }));
    await sync();
    const parts = [first, second].map((opened) => opened.workspace().state.meeting.current.part);
    expect(parts).toEqual(['aktuellSituation', 'aktuellSituation']);
  });

  test('may be taken over when nothing was heard of the other for a minute, and not before', async () => {
    const { two, first, second, sync } = await inMeeting();
    const unseen = () => {
      const leadership = second.leadership();
      return leadership.is === 'otherDevice' ? leadership.unseenSince : 'here';
    };
    await two.time.pass(unseenAfterMs - 1);
    expect(unseen()).toBeNull();
    unwrap(await first.workspace().send({ type: 'meeting.paused', until: null }));
    await sync();
    await two.time.pass(unseenAfterMs - 1);
    expect(unseen()).toBeNull();
    await two.time.pass(1);
    expect(unseen()).not.toBeNull();
    second.heardFrom(first.device());
    expect(unseen()).toBeNull();

    await two.time.pass(unseenAfterMs);
    unwrap(await second.leadFromHere());
    unwrap(await second.workspace().send({ type: 'meeting.resumed' }));
    // The leader's tablet comes back: what it did meanwhile is kept and told, not applied.
    unwrap(await first.workspace().send({ type: 'part.next', facts: allAnswered }));
    await sync();
    expect((await first.workspace().send({ type: 'part.back' })).ok).toBe(false);
    for (const opened of [first, second]) {
      const { current } = opened.workspace().state.meeting;
      expect([current.part, current.leader, current.unheard]).toEqual([
        'inledning',
        second.device(),
        1,
      ]);
    }
  });
});
