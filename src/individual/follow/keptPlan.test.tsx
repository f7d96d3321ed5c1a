// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FollowState } from '../../cases/shares/followShare.ts';
import type { KeptPlan, KeptPlans } from '../../cases/shares/keptPlans.ts';
import { loadTexts } from '../../i18n/loadTexts.ts';
import { minute } from '../../meeting/clock.ts';
import { testStart } from '../../meeting/testMeeting.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { fullCase } from '../testFullCase.ts';
import { inPart, roomState } from '../testRoom.ts';
import { FollowView } from './FollowView.tsx';
import { shareState } from './shareState.ts';
import { testFollowing, testShare } from './testFollowing.ts';

vi.mock('../keepLanguage.ts', () => ({ keepLanguage: async () => true }));

const { lars, facts } = fullCase();
const share = testShare('individual', lars.ids.eva);
const later = testStart + 600 * minute;

const planOf = () =>
  shareState(
    share,
    roomState(lars.doc, [...inPart(4), [30, { type: 'meeting.ended' }]], facts),
    later,
  );
const came = (state: unknown = planOf(), at = 100): FollowState => ({
  contact: 'here',
  over: null,
  lastDay: null,
  shown: { state, at },
});
const kept = (more: Partial<KeptPlan> = {}): KeptPlan => ({
  id: 'one',
  fragment: 'link',
  state: planOf(),
  at: 100,
  since: 1,
  ...more,
});

/** What a phone keeps, without a phone. */
const keeping = (before: readonly KeptPlan[], works = true) => {
  let all = before;
  const plans: KeptPlans = {
    list: async () => all,
    keep: async (plan) => {
      if (!works) return null;
      const one = kept(plan);
      all = [one, ...all];
      return one;
    },
    renew: async (plan) => {
      all = all.map((each) => (each.fragment === plan.fragment ? { ...each, ...plan } : each));
      return null;
    },
    remove: async (id) => {
      if (works) all = all.filter((each) => each.id !== id);
      return works;
    },
  };
  return { plans, all: () => all };
};

const open = async (
  first: FollowState | null,
  before: readonly KeptPlan[] = [],
  { works = true, link = 'link' as string | null } = {},
) => {
  const phone = keeping(before, works);
  const followed = first === null ? null : testFollowing(first);
  const onLink = vi.fn();
  const view = (now: string | null) => (
    <FollowView
      following={now === null ? null : (followed?.following ?? null)}
      link={now}
      plans={phone.plans}
      onLink={onLink}
    />
  );
  const { rerender } = render(view(link));
  await act(async () => undefined);
  return { phone, onLink, followed, goTo: (now: string | null) => act(() => rerender(view(now))) };
};

const press = async (name: string): Promise<void> => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  // What is asked of the phone answers a little later.
  await act(() => new Promise((done) => setTimeout(done)));
};
const text = (): string => document.body.textContent ?? '';
const keep = 'Behåll planen på den här telefonen';
const remove = 'Ta bort planen härifrån';

beforeAll(async () => {
  for (const language of ['sv', 'sv-x-lattlast', 'ar', 'ti'] as const)
    for (const name of ['follow', 'ownView', 'signals', 'easy', 'coded', 'room', 'words'] as const)
      await loadTexts(language, name);
});
afterEach(cleanup);

describe('one’s own plan on one’s own phone', () => {
  it('is kept by one tap, after it was said who can read it then', async () => {
    const { phone } = await open(came());
    expect(text()).toContain('Den som kan öppna din telefon kan läsa planen.');
    expect(text()).toContain('Om du stänger sidan behöver du länken igen.');
    await press(keep);
    expect(text()).toContain('Planen är sparad på den här telefonen.');
    expect(text()).not.toContain('behöver du länken igen');
    expect(phone.all()).toMatchObject([{ fragment: 'link', at: 100 }]);
  });

  it('says what is safe when it could not be kept', async () => {
    await open(came(), [], { works: false });
    await press(keep);
    expect(text()).toContain('Planen är kvar på sidan.');
    screen.getByRole('button', { name: keep });
  });

  it('stands without internet, and when it is not shared any longer', async () => {
    const { followed } = await open({ contact: 'lost', over: null, lastDay: null, shown: null }, [
      kept(),
    ]);
    screen.getByRole('heading', { name: 'Vem kan jag fråga?' });
    expect(text()).toContain('Inget internet just nu');
    followed?.become({ contact: 'here', over: 'ended' });
    screen.getByRole('heading', { name: 'Vem kan jag fråga?' });
    expect(text()).toContain('Det kommer inga ändringar hit längre.');
    expect(text()).not.toContain('Det här delas inte längre');
  });

  it('stands when the last day of the link is over, which is said while it is not kept', async () => {
    const state = { ...planOf(), until: '2027-05-05' };
    const { followed } = await open(came(state));
    expect(text()).toContain('Länken gäller till och med 5 maj 2027.');
    await press(keep);
    expect(text()).not.toContain('Länken gäller till och med');
    followed?.become({ over: 'lastDay', lastDay: '2027-05-05', shown: null });
    screen.getByRole('heading', { name: 'Vem kan jag fråga?' });
    expect(text()).toContain('Det kommer inga ändringar hit längre.');
  });

  it('becomes what comes later, and never what is older', async () => {
    const { followed, phone } = await open(came(), [kept()]);
    await act(async () => followed?.become(came(planOf(), 200)));
    expect(phone.all()).toMatchObject([{ at: 200 }]);
    await act(async () => followed?.become(came(planOf(), 50)));
    expect(phone.all()).toMatchObject([{ at: 200 }]);
  });

  it('gives way to a meeting that is under way, and is still kept', async () => {
    const { followed, phone } = await open(came(), [kept()]);
    const live = shareState(share, roomState(lars.doc, inPart(2), facts), testStart + 13 * minute);
    await act(async () => followed?.become(came(live, 300)));
    screen.getByRole('heading', { name: 'Behov' });
    expect(phone.all()).toMatchObject([{ at: 100 }]);
  });

  it('is removed after one question, and the page says so', async () => {
    const { phone, onLink, goTo } = await open(came(), [kept()]);
    await press(remove);
    expect(text()).toContain('Du kan be om planen igen.');
    await press('Nej, behåll den');
    expect(phone.all()).toHaveLength(1);
    await press(remove);
    await press('Ja, ta bort');
    expect(phone.all()).toEqual([]);
    expect(onLink).toHaveBeenLastCalledWith(null);
    goTo(null);
    screen.getByRole('heading', { name: 'Planen är borttagen' });
    expect(text()).not.toContain('Vem kan jag fråga?');
  });

  it('says that it is still there when it could not be removed', async () => {
    await open(came(), [kept()], { works: false });
    await press(remove);
    await press('Ja, ta bort');
    expect(text()).toContain('Planen är kvar. Det gick inte att ta bort den.');
  });

  it('is opened by itself without a link, when there is one', async () => {
    const { onLink } = await open(null, [kept()], { link: null });
    expect(onLink).toHaveBeenCalledWith('link');
  });

  it('is chosen from a list by name and day, when there are several', async () => {
    const { onLink } = await open(null, [kept(), kept({ id: 'two', fragment: 'other' })], {
      link: null,
    });
    expect(onLink).not.toHaveBeenCalled();
    const [, second] = screen.getAllByRole('button', { name: /Lars.*Datum/u });
    if (second === undefined) throw new Error('There is no second plan.');
    fireEvent.click(second);
    expect(onLink).toHaveBeenCalledWith('other');
  });

  it('says that it cannot be opened now, and that nothing is gone', async () => {
    const plans = { ...keeping([]).plans, list: async () => null };
    render(<FollowView following={null} plans={plans} />);
    await waitFor(() => screen.getByRole('heading', { name: 'Planen går inte att öppna just nu' }));
    expect(text()).toContain('Inget är borta.');
  });

  it('is nothing that a relative can keep', async () => {
    await open(came({ ...planOf(), isOwn: false }));
    expect(screen.queryByRole('button', { name: keep })).toBeNull();
  });

  it.each(['Svenska', 'Lättläst', 'العربية', 'ትግርኛ'])('reads well by axe: %s', async (language) => {
    await open(came(), [kept()]);
    fireEvent.click(screen.getByRole('button', { name: 'Språk' }));
    fireEvent.click(screen.getByRole('radio', { name: language }));
    await waitFor(() => expect(document.querySelector('.follow__remove')).not.toBeNull());
    expect(await axeFindings(document.body)).toEqual([]);
  });
});
