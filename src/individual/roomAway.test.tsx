// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { minute } from '../meeting/clock.ts';
import { next, placed, testStart, timed } from '../meeting/testMeeting.ts';
import { setNotWithChild, setShown } from '../plan/commands/showRows.ts';
import { must } from '../plan/testing.ts';
import { MirroredView } from './MirroredView.tsx';
import { selectRoomView } from './roomView.ts';
import { createLars, inPart, type RoomCase, roomState, show } from './testRoom.ts';
import { createTestWorkspace, TestCase } from './testWorkspace.tsx';

const at = (minutes: number): number => testStart + minutes * minute;

const title = 'Det här hände när du var ute';

/** Lars goes out at 13 and is back at 20. Talk was shown before; medicine and then the step while he was out. */
const outAndBack = (lars: RoomCase) =>
  [
    ...inPart(2),
    [13, { type: 'person.left', participantId: lars.ids.lars }],
    [20, { type: 'person.returned', participantId: lars.ids.lars }],
  ] as const;

const showAt = (lars: RoomCase, minutes: number, item: string, shown = true): void => {
  must(setShown(lars.doc, { ...lars.ctx, at: at(minutes) }, { item, shown }));
};

const prepared = (): RoomCase => {
  const lars = createLars();
  show(lars, lars.ids.lars);
  showAt(lars, 12, lars.ids.talk);
  showAt(lars, 15, lars.ids.medicine);
  showAt(lars, 17, lars.ids.step);
  return lars;
};

const away = (lars: RoomCase, events: Parameters<typeof roomState>[1], minutes: number) =>
  selectRoomView(roomState(lars.doc, events), at(minutes)).away?.rows.map(({ text }) => text) ??
  null;

afterEach(cleanup);

describe('what happened while the individual was out', () => {
  it('is what was shown for all meanwhile, newest last', () => {
    const lars = prepared();
    expect(away(lars, outAndBack(lars), 21)).toEqual([
      'Gå igenom dina mediciner',
      'Sova sex timmar per natt',
    ]);
  });

  it('leaves out what has been hidden again, and what is not for the child', () => {
    const lars = prepared();
    showAt(lars, 18, lars.ids.step, false);
    expect(away(lars, outAndBack(lars), 21)).toEqual(['Gå igenom dina mediciner']);
    must(setNotWithChild(lars.doc, lars.ctx, { id: lars.ids.medicine, notWithChild: true }));
    expect(away(lars, outAndBack(lars), 21)).toBeNull();
  });

  it('is offered to the one who came back, until the part is left', () => {
    const lars = prepared();
    const events = outAndBack(lars);
    expect(away(lars, events.slice(0, -1), 21)).toBeNull();
    expect(away(lars, [...events, [22, { type: 'plan.hidden' }]], 23)).toBeNull();
    expect(away(lars, [...events, [22, next()]], 23)).toBeNull();
    const maria = [
      ...inPart(2),
      [13, { type: 'person.left', participantId: lars.ids.eva }],
      [20, { type: 'person.returned', participantId: lars.ids.eva }],
    ] as const;
    expect(away(lars, maria, 21)).toBeNull();
  });

  it('is shown when it is asked for, and the part again after it', async () => {
    const lars = prepared();
    const workspace = createTestWorkspace({
      ...lars,
      log: placed(timed(outAndBack(lars))),
      now: () => at(21),
    });
    render(
      <TestCase workspace={workspace}>
        <MirroredView
          clock={{ now: () => at(21), monotonic: () => 0 }}
          onOnlyMe={() => undefined}
        />
      </TestCase>,
    );
    expect(screen.getByText('Samtal varje vecka')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: title }));
    await waitFor(() => expect(screen.queryByText('Samtal varje vecka')).toBeNull());
    expect(screen.getByText('Gå igenom dina mediciner')).toBeTruthy();
    expect(screen.getByText('Eva, vårdcentralen · före 1 juni')).toBeTruthy();
    expect(screen.getByText('Sova sex timmar per natt')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Tillbaka till delen' }));
    await waitFor(() => expect(screen.getByText('Samtal varje vecka')).toBeTruthy());
  });
});
