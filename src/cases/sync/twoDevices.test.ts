import { expect, test } from 'vitest';
import { addNote } from '../../plan/commands/addRows.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { unwrap } from '../../vault/testing.ts';
import { openCase } from '../openCase.ts';
import { createTestServer } from './testRelay.ts';
import { createTestDevice, makeSharedCase } from './testSync.ts';

test('brings a case from one device to the other and what is written there back', async () => {
  const { relay } = createTestServer();
  const one = await createTestDevice(relay, 'Platta 1');
  const two = await createTestDevice(relay, 'Platta 2');
  const { first } = await makeSharedCase(one, two);

  await one.engine.pass();
  await two.engine.pass();
  const second = unwrap(await openCase(two.caseDeps, two.session, first.caseId));
  expect(second.workspace().state.plan.name.value).toBe('Lars');

  await second
    .workspace()
    .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'meetingPlace', value: 'Biblioteket' }));
  await two.engine.pass();
  await one.engine.pass();
  await first.catchUp();
  expect(first.workspace().state.plan.meeting.place.value).toBe('Biblioteket');
});

test('shows both values after two tablets have written offline for a week, and loses nothing', async () => {
  const { relay } = createTestServer();
  const one = await createTestDevice(relay, 'Platta 1');
  const two = await createTestDevice(relay, 'Platta 2');
  const { first } = await makeSharedCase(one, two);
  await one.engine.pass();
  await two.engine.pass();
  const second = unwrap(await openCase(two.caseDeps, two.session, first.caseId));

  for (let day = 0; day < 7; day += 1) {
    for (const [opened, device] of [
      [first, one],
      [second, two],
    ] as const) {
      await device.time.pass(86_400_000);
      const who = opened === first ? 'ett' : 'två';
      await opened
        .workspace()
        .edit((doc, ctx) =>
          setPlanField(doc, ctx, { field: 'meetingPlace', value: `${who}${day}` }),
        );
      await opened
        .workspace()
        .edit((doc, ctx) => addNote(doc, ctx, { text: `anteckning ${who} ${day}` }));
    }
  }
  for (const { engine } of [one, two, one]) await engine.pass();
  await first.catchUp();
  await second.catchUp();
  for (const opened of [first, second]) {
    const { plan, missingRecords, setAsideRecords } = opened.workspace().state;
    expect(plan.meeting.place.both.map(({ value }) => value).sort()).toEqual(['ett6', 'två6']);
    expect(plan.notes).toHaveLength(14);
    expect([missingRecords, setAsideRecords]).toEqual([[], []]);
  }
});
