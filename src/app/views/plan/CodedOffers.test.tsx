// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { createLars, inPart } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { minute } from '../../../meeting/clock.ts';
import { placed, testStart, timed } from '../../../meeting/testMeeting.ts';
import { allInterventions } from '../../../plan/agreed.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { PlanView } from './PlanView.tsx';

const at = testStart + 120 * minute;
const clock = { now: () => at, monotonic: () => 0 };
const wait = { timeout: 5_000 };

const write = async () => {
  const workspace = createTestWorkspace({
    ...createLars(),
    log: placed(timed([...inPart(4), [55, { type: 'meeting.ended' }]])),
    now: () => at,
  });
  const { container } = render(
    <TestCase workspace={workspace}>
      <PlanView
        clock={clock}
        organisation="Åby kommun"
        onFreeze={() => Promise.reject(new Error())}
      />
    </TestCase>,
  );
  fireEvent.click(screen.getByRole('tab', { name: 'Skriv' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Lägg till insats' }));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'Vad ska göras?',
  });
  const type = (text: string): void => {
    field.focus();
    fireEvent.input(field, { target: { value: text } });
  };
  const texts = (): readonly string[] =>
    allInterventions(workspace.current().state.plan).map(({ text }) => text);
  return { container, field, type, texts };
};
const offers = () => screen.findByRole('group', { name: 'Vanliga former av hjälp' }, wait);
afterEach(cleanup);

describe('usual forms of help, while an intervention is written', () => {
  it('are offered by their first letters, and one press writes the words', async () => {
    const { container, field, type, texts } = await write();
    type('läkemedelsg');
    fireEvent.click(within(await offers()).getByRole('button', { name: 'Läkemedelsgenomgång' }));
    await waitFor(() => expect(texts()).toContain('Läkemedelsgenomgång'), wait);
    expect(document.activeElement).toBe(field);
    await waitFor(() => expect(screen.queryByRole('group', { name: /Vanliga/ })).toBeNull(), wait);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are few, told to those who hear the page, and silent when none fits', async () => {
    const { type } = await write();
    type('sa');
    expect(within(await offers()).getAllByRole('button')).toHaveLength(3);
    await screen.findByText('3 förslag ovanför fältet');
    type('samma boendestödjare varje vecka');
    await waitFor(() => expect(screen.queryByRole('group', { name: /Vanliga/ })).toBeNull(), wait);
  });
});
