// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { foldShares } from '../../../cases/shares/foldShares.ts';
import { shareEnded, shareGone, shareOpened } from '../../../cases/shares/shareFacts.ts';
import type { ShareProgress } from '../../../cases/shares/shareKeeper.ts';
import { recordConsent, withdrawConsent } from '../../../consent/recordConsent.ts';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { testStart } from '../../../meeting/testMeeting.ts';
import { addParticipant } from '../../../plan/commands/participants.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import type { CircleAudience } from '../../../plan/model.ts';
import { must } from '../../../plan/testing.ts';
import { ok } from '../../../shared/result.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { type CaseShares, SharesContext } from '../../shares/SharesContext.ts';
import { ShareView } from './ShareView.tsx';
import { ShareWaiting } from './ShareWaiting.tsx';

afterEach(cleanup);

type Wanted = Parameters<CaseShares['open']>[0];

const open = async (protectedIdentity = false, audience: CircleAudience | null = null) => {
  const lars = createLars();
  must(setPlanField(lars.doc, lars.ctx, { field: 'audience', value: audience }));
  must(addParticipant(lars.doc, lars.ctx, { name: 'Sara Ek', function: 'mamma' }));
  if (protectedIdentity)
    must(setPlanField(lars.doc, lars.ctx, { field: 'protectedIdentity', value: true }));
  const workspace = createTestWorkspace({ ...lars, log: [], now: () => testStart });
  const progress = new Map<string, ShareProgress>();
  const opened: Wanted[] = [];
  const ended: unknown[] = [];
  const shares: CaseShares = {
    progress: ({ shareId, ended: over, isGone }) =>
      over === null
        ? (progress.get(shareId) ?? { kind: 'shared' })
        : { kind: isGone ? 'ended' : 'endWaiting' },
    subscribe: () => () => undefined,
    open: async (wanted) => {
      opened.push(wanted);
      const shareId = `share${opened.length}`;
      await workspace
        .current()
        .record((ctx) =>
          shareOpened(ctx, { ...wanted, shareId, reliesOn: [], scope: '', secret: 'keys' }),
        );
      return ok(shareId);
    },
    end: async (shareId, why) => {
      ended.push({ shareId, ...why });
      await workspace.current().record((ctx) => shareEnded(ctx, { shareId, ...why }));
      return true;
    },
    linkOf: async () => 'https://sip.example/folj#AAAA',
    signals: { onSignal: () => () => undefined, answer: () => undefined },
    survey: { waiting: () => [], subscribe: () => () => undefined, settle: () => undefined },
  };
  const yes = () =>
    act(async () => {
      await workspace.current().record((ctx) =>
        recordConsent(ctx, {
          which: 'share',
          answer: 'yes',
          form: 'muntligt',
          scope: 'Hur det går',
        }),
      );
    });
  render(
    <TestCase workspace={workspace}>
      <SharesContext.Provider value={shares}>
        <ShareWaiting shares={shares} />
        <ShareView clock={{ now: () => testStart, monotonic: () => 0 }} />
      </SharesContext.Provider>
    </TestCase>,
  );
  return { workspace, opened, ended, yes, progress, lars };
};

const choose = (role: string, name: string): boolean =>
  fireEvent.click(screen.getByRole(role, { name }));
const text = (): string => document.body.textContent ?? '';

describe('Skriv ut och dela', () => {
  it('shares with the one whose plan it is without asking for a consent, and shows the code', async () => {
    const { opened } = await open();
    choose('button', 'Dela');
    await screen.findByRole('img', { name: 'Ruta att läsa med telefonens kamera' });
    expect(opened).toMatchObject([{ receiver: { receiverKind: 'individual' }, kind: 'follow' }]);
    expect(await axeFindings(document.body)).toEqual([]);
    choose('button', 'Klar');
    expect(text()).toContain('Lars kan följa mötet');
    expect(text()).toContain('Delas nu.');
  });

  it('tells what to do where there is no consent, and shares when there is one', async () => {
    const { opened, yes } = await open();
    choose('radio', 'Eva Nilsson');
    expect(text()).toContain('Det finns inget samtycke till att dela uppgifter.');
    expect(screen.getByRole('link', { name: 'Till samtycket' })).toBeTruthy();
    const go = screen.getByRole('button', { name: 'Dela' });
    expect(go.hasAttribute('disabled') || go.getAttribute('aria-disabled') === 'true').toBe(true);
    expect(await axeFindings(document.body)).toEqual([]);
    await yes();
    expect(text()).toContain('Samtycket gäller: Hur det går');
    choose('button', 'Dela');
    await waitFor(() => expect(opened).toHaveLength(1));
    expect(opened[0]?.receiver).toMatchObject({ receiverKind: 'other', name: 'Eva Nilsson' });
  });

  it('lays the law beside where somebody is a guardian, and asks what was judged', async () => {
    const { opened } = await open(false, 'barn');
    choose('radio', 'Eva Nilsson');
    // She is there for a service.
    expect(screen.queryByRole('checkbox', { name: /vårdnadshavare/u })).toBeNull();
    choose('radio', 'Sara Ek');
    choose('checkbox', 'Sara Ek är vårdnadshavare');
    expect(text()).toContain('12 kap. 3 §');
    fireEvent.input(screen.getByRole('textbox', { name: 'Så har vi bedömt' }), {
      target: { value: 'Lars vill det själv.' },
    });
    choose('button', 'Dela');
    await waitFor(() => expect(opened).toHaveLength(1));
    expect(opened[0]).toMatchObject({
      receiver: { receiverKind: 'guardian' },
      judged: 'Lars vill det själv.',
    });
  });

  it('offers no guardian where the plan is about a grown-up, and says so where nobody has said', async () => {
    for (const audience of ['vuxen', 'aldre'] as const) {
      await open(false, audience);
      choose('radio', 'Sara Ek');
      expect(screen.queryByRole('checkbox', { name: /vårdnadshavare/u })).toBeNull();
      cleanup();
    }
    await open(false, 'ungdom');
    choose('radio', 'Sara Ek');
    expect(text()).not.toContain('Planen säger inte om den gäller');
    cleanup();
    await open();
    choose('radio', 'Sara Ek');
    expect(screen.getByRole('checkbox', { name: 'Sara Ek är vårdnadshavare' })).toBeTruthy();
    expect(text()).toContain('Planen säger inte om den gäller ett barn eller en vuxen.');
  });

  it('lets nobody else follow where the identity is protected', async () => {
    const { yes } = await open(true);
    await yes();
    choose('radio', 'Eva Nilsson');
    expect(text()).toMatch(/Då kan bara Lars( Svensson)? själv följa mötet\./u);
  });

  it('asks who wants it to end where it is the individual’s own, and why where staff do', async () => {
    const { ended } = await open();
    choose('button', 'Dela');
    await screen.findByRole('button', { name: 'Klar' });
    choose('button', 'Klar');
    const name = screen.getAllByRole('button', { name: /Sluta dela med/u })[0];
    if (name !== undefined) fireEvent.click(name);
    const dialog = within(screen.getByRole('dialog'));
    expect(await axeFindings(document.body)).toEqual([]);
    fireEvent.click(dialog.getByRole('radio', { name: 'Vi som arbetar här' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Sluta dela' }));
    expect(ended).toEqual([]);
    fireEvent.input(dialog.getByRole('textbox', { name: 'Varför?' }), {
      target: { value: 'Telefonen är stulen.' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Sluta dela' }));
    await waitFor(() =>
      expect(ended).toEqual([{ shareId: 'share1', why: 'staff', reason: 'Telefonen är stulen.' }]),
    );
  });

  it('says what is not ended yet and to whom, and what cannot be taken back', async () => {
    const { workspace, yes } = await open();
    await yes();
    choose('radio', 'Eva Nilsson');
    choose('button', 'Dela');
    await screen.findByRole('button', { name: 'Klar' });
    choose('button', 'Klar');
    await act(async () => {
      await workspace
        .current()
        .record((ctx) => withdrawConsent(ctx, { which: 'share', form: 'muntligt' }));
      await workspace
        .current()
        .record((ctx) => shareEnded(ctx, { shareId: 'share1', why: 'withdrawn', reason: '' }));
    });
    expect(text()).toContain('Utan internet går det inte att sluta dela med Eva Nilsson.');
    expect(text()).toContain('Slutar delas när internet är tillbaka. Till dess kan Eva Nilsson se');
    await act(async () => {
      await workspace.current().record((ctx) => shareGone(ctx, 'share1'));
    });
    expect(text()).not.toContain('när internet är tillbaka');
    expect(text()).toContain('Samtycket togs tillbaka.');
    expect(text()).toContain(
      'Det som Eva Nilsson redan har läst eller sparat går inte att ta tillbaka.',
    );
    expect(foldShares(workspace.current().state.log)[0]?.isGone).toBe(true);
  });
});
