// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import type { MeetingIntent } from '../../../meeting/meetingEvents.ts';
import { next, placed, started, testStart, timed } from '../../../meeting/testMeeting.ts';
import { setNextMeeting } from '../../../plan/commands/wholePlan.ts';
import { must } from '../../../plan/testing.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { CaseView } from './CaseView.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const held: readonly (readonly [number, MeetingIntent])[] = [
  [0, started()],
  [5, next()],
  [10, { type: 'meeting.ended', followUp: { kind: 'bokad' } }],
];

const show = (log: readonly (readonly [number, MeetingIntent])[]) => {
  const lars = createLars();
  must(
    setNextMeeting(lars.doc, lars.ctx, {
      date: '2027-01-14',
      time: '10:00',
      place: 'Vuxenenheten',
    }),
  );
  const workspace = createTestWorkspace({
    ...lars,
    log: placed(timed(log)),
    now: () => testStart,
  });
  return render(
    <TestCase workspace={workspace}>
      <CaseView />
    </TestCase>,
  );
};

const filled = (): readonly (string | null)[] =>
  [...document.querySelectorAll('.button--filled')].map((one) => one.getAttribute('href'));

describe('the first page of a case', () => {
  it('goes on to the meeting until it has been held', () => {
    show([]);
    expect(filled()).toEqual(['/sip/case/mote']);
  });

  it('goes on to what is left to do when the meeting has ended, and says when the next one is', async () => {
    const { container } = show(held);
    expect(filled()).toEqual(['/sip/case/efter']);
    expect(screen.getByText('Nästa möte torsdag 14 januari 10.00, Vuxenenheten')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });
});
