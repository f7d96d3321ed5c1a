// @vitest-environment happy-dom

import { within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { addIntervention, addSubgoal } from '../../plan/commands/addRows.ts';
import { assignIntervention, setTiming } from '../../plan/commands/editRows.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { applyUpdate, createPlanDocument, encodeState } from '../../plan/document.ts';
import { createContext, must, per } from '../../plan/testing.ts';
import {
  cleanup,
  fireEvent,
  openScreen,
  resizeTo,
  screen,
  settle,
  tap,
  type,
} from './testScreen.tsx';

afterEach(async () => {
  cleanup();
  await resizeTo(1180, 820);
});

const field = (): HTMLInputElement => {
  const found = screen.getByRole('textbox', { name: /Skriv en rad|Vad ska göras/ });
  if (!(found instanceof HTMLInputElement)) throw new Error('no field');
  return found;
};

describe('writing in the meeting', () => {
  it('puts a line with no chip among the notes, letter by letter', async () => {
    const shown = openScreen({ part: 3 });
    await type('Skriv en rad', 'Fråga om hunden');
    expect(shown.workspace().state.plan.notes.map((row) => row.text)).toEqual(['Fråga om hunden']);
    fireEvent.keyDown(field(), { key: 'Enter' });
    await settle();
    expect(field().value).toBe('');
    await type('Skriv en rad', 'Nästa');
    expect(shown.workspace().state.plan.notes.map((row) => row.text)).toEqual([
      'Fråga om hunden',
      'Nästa',
    ]);
  });

  it('makes one row of a line whose first letter could not be written', async () => {
    let full = true;
    const shown = openScreen({ part: 3, isFull: () => full });
    await type('Skriv en rad', 'R');
    full = false;
    await type('Skriv en rad', 'ing vården');
    expect(shown.workspace().state.plan.notes.map((row) => row.text)).toEqual(['Ring vården']);
  });

  it('keeps every letter when a kind is chosen and the line finished before the row is there', async () => {
    const shown = openScreen({ part: 3 });
    const here = field();
    here.focus();
    for (const letter of 'Gå ut') {
      here.value += letter;
      fireEvent.input(here);
    }
    fireEvent.keyDown(here, { key: 'Enter' });
    await settle();
    await settle();
    expect(shown.workspace().state.plan.notes.map((row) => row.text)).toEqual(['Gå ut']);
    expect(field().value).toBe('');
  });

  it('does not stay as an empty row when everything is taken away again', async () => {
    const shown = openScreen({ part: 3 });
    await type('Skriv en rad', 'x');
    field().value = '';
    fireEvent.input(field());
    await settle();
    await tap('Klar');
    expect(shown.workspace().state.plan.notes).toEqual([]);
    await tap('Skriva', 'tab');
    expect(screen.queryByRole('button', { name: 'Borttaget' })).toBeNull();
  });

  it('makes a step of a line, and puts the next intervention under it', async () => {
    const shown = openScreen({ part: 3 });
    await type('Skriv en rad', 'Sova sex timmar');
    await tap('Delmål');
    await tap('Klar');
    await type('Skriv en rad', 'Gå igenom mediciner');
    await tap('Insats');
    await tap('Eva (region)');
    const [step] = shown.workspace().state.plan.subgoals;
    expect(step?.interventions.map((row) => row.text)).toEqual(['Gå igenom mediciner']);
  });

  it('makes it an own action when Lars does it, and an intervention again when somebody else does', async () => {
    const shown = openScreen({ part: 3 });
    await type('Skriv en rad', 'Gå ut på kvällen');
    await tap('Insats');
    await tap('Lars själv');
    expect(shown.workspace().state.plan.looseOwnActions).toHaveLength(1);
    await tap('Eva (region)');
    expect(shown.workspace().state.plan.looseOwnActions).toHaveLength(0);
    expect(shown.workspace().state.plan.looseInterventions[0]?.doers.value).toHaveLength(1);
  });

  it('asks for the authority of one who has none, once, and remembers it', async () => {
    const shown = openScreen({ part: 3 });
    await type('Skriv en rad', 'Följa med');
    await tap('Insats');
    await tap('Maria');
    await tap('Annan', 'radio');
    const { plan } = shown.workspace().state;
    expect(plan.looseInterventions[0]?.doers.value?.[0]?.authority).toBe('annan');
    expect(plan.participants.find((one) => one.id === shown.ids.maria)?.authority.value).toBe(
      'annan',
    );
  });

  it('takes up a written row in the same field, with all that is said of it', async () => {
    const shown = openScreen({
      part: 3,
      before: (doc, ctx) => {
        must(addIntervention(doc, ctx, { text: 'Samtal' }));
      },
    });
    const id = shown.workspace().state.plan.looseInterventions[0]?.id;
    await tap('Skriva', 'tab');
    await tap('Samtal');
    expect(field().value).toBe('Samtal');
    await type('Vad ska göras?', ' varje vecka');
    await tap('Fler uppgifter');
    await type('Var?', 'Hemma');
    screen.getByRole('textbox', { name: 'Var?' }).blur();
    await settle();
    const [row] = shown.workspace().state.plan.looseInterventions;
    expect(row?.id).toBe(id);
    expect(row?.text).toBe('Samtal varje vecka');
    expect(row?.where.value).toBe('Hemma');
  });

  it('puts a row away and takes it back in one tap', async () => {
    const shown = openScreen({
      part: 3,
      before: (doc, ctx) => {
        must(addIntervention(doc, ctx, { text: 'Samtal' }));
      },
    });
    await tap('Skriva', 'tab');
    await tap('Samtal');
    await tap('Fler uppgifter');
    await tap('Ta bort');
    expect(shown.workspace().state.plan.looseInterventions).toEqual([]);
    await tap('Borttaget');
    await tap('Ta tillbaka');
    expect(shown.workspace().state.plan.looseInterventions).toHaveLength(1);
  });

  it('shows a row for all and hides it with the same tap', async () => {
    const shown = openScreen({
      part: 3,
      before: (doc, ctx) => {
        must(addIntervention(doc, ctx, { text: 'Samtal' }));
      },
    });
    await tap('Skriva', 'tab');
    await tap('Visa för alla');
    expect(shown.workspace().state.plan.looseInterventions[0]?.shown).toBe(true);
    await tap('Visas för alla');
    expect(shown.workspace().state.plan.looseInterventions[0]?.shown).toBe(false);
  });

  it('shows the step that is talked about for all, without opening the steps', async () => {
    const shown = openScreen({
      part: 3,
      before: (doc, ctx) => {
        must(addSubgoal(doc, ctx, { text: 'Sova' }));
      },
    });
    await tap('Skriva', 'tab');
    await tap('Visa för alla');
    expect(shown.workspace().state.plan.subgoals[0]?.shown).toBe(true);
  });

  it('says that a number is not seen while the name is not, and shows it there', async () => {
    const shown = openScreen({ part: 5 });
    const per = () =>
      shown.workspace().state.plan.participants.find(({ id }) => id === shown.ids.per);
    await tap('Skriva', 'tab');
    const whom = screen.getByRole('group', { name: 'Vem kan Lars fråga?' });
    fireEvent.click(within(whom).getByRole('button', { name: 'Per' }));
    await tap('Visa namnet');
    expect(per()?.shown).toBe(true);
    expect(screen.queryByText('Numret visas för alla först när namnet gör det.')).toBeNull();
  });

  it('shows both values where two wrote at once, and lets a person choose', async () => {
    const shown = openScreen({
      part: 3,
      before: (doc, ctx) => {
        const id = must(addIntervention(doc, ctx, { text: 'Samtal' }));
        const other = createPlanDocument();
        must(applyUpdate(other, encodeState(doc)));
        const timing = (every: 'dag' | 'vecka') => ({
          id,
          timing: { every, before: null, text: '' },
        });
        must(setTiming(doc, ctx, timing('dag')));
        must(setTiming(other, createContext('b', per), timing('vecka')));
        must(applyUpdate(doc, encodeState(other)));
      },
    });
    await tap('Skriva', 'tab');
    await tap('Samtal');
    expect(screen.getByText('Två skrev samtidigt. Vad gäller?')).toBeTruthy();
    await tap('varje vecka – Per Test');
    expect(shown.workspace().state.plan.looseInterventions[0]?.timing.value?.every).toBe('vecka');
    expect(screen.queryByText('Två skrev samtidigt. Vad gäller?')).toBeNull();
  });

  it('says in words who leads where two have said it', async () => {
    openScreen({
      before: (doc, ctx) => {
        const other = createPlanDocument();
        must(applyUpdate(other, encodeState(doc)));
        must(setPlanField(doc, ctx, { field: 'leads', value: 'tva' }));
        must(
          setPlanField(other, createContext('b', per), { field: 'leads', value: 'huvudperson' }),
        );
        must(applyUpdate(doc, encodeState(other)));
      },
    });
    await tap('Ändra');
    expect(screen.getByRole('button', { name: 'Vi är två – Eva Test' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Lars själv – Per Test' })).toBeTruthy();
  });

  it('chooses who holds the plan by a person, and the authority by law with that', async () => {
    const shown = openScreen({ part: 4 });
    await tap('Skriva', 'tab');
    await tap('Per (kommun)');
    const { lead } = shown.workspace().state.plan;
    expect(lead.authority.value).toBe('kommun');
    expect(lead.participantId.value).toBe(shown.ids.per);
  });

  it('shows all that is agreed in one tap, and never what works less well', async () => {
    const shown = openScreen({
      part: 4,
      before: (doc, ctx) => {
        const step = must(addSubgoal(doc, ctx, { text: 'Sova' }));
        must(addIntervention(doc, ctx, { text: 'Samtal', subgoalId: step }));
      },
    });
    await tap('Skriva', 'tab');
    await tap('Visa allt vi är överens om');
    expect(shown.workspace().state.plan.subgoals[0]?.interventions[0]?.shown).toBe(true);
  });

  it('says what the law asks for under Granska, and leads to the place', async () => {
    openScreen({
      part: 4,
      before: (doc, ctx) => {
        must(addIntervention(doc, ctx, { text: 'Läkemedelsgenomgång' }));
      },
    });
    await tap('Skriva', 'tab');
    expect(document.body.textContent).not.toContain('Svåra ord');
    await tap('Granska');
    expect(screen.getByText('Svåra ord')).toBeTruthy();
    await tap('Gå dit');
    await settle();
    expect(field().value).toBe('Läkemedelsgenomgång');
  });
});

describe('what is read beside the leader', () => {
  it('stands in Sammanfattning once with each of those who do it, under their own name', async () => {
    openScreen({
      part: 4,
      before: (doc, ctx, { eva, per: treats }) => {
        const id = must(addIntervention(doc, ctx, { text: 'Läkemedelsgenomgång' }));
        const doers = [eva, treats].map((participantId) => ({
          participantId,
          name: '',
          function: '',
          service: '',
          authority: null,
        }));
        must(assignIntervention(doc, ctx, { id, doers }));
      },
    });
    await tap('Skriva', 'tab');
    const rows = screen.getByRole('list', { name: 'Överens om' });
    const who = [...rows.querySelectorAll('.plan-row__who')].map((one) => one.textContent);
    expect(who).toEqual(['Eva (region)', 'Per (kommun)']);
  });

  for (const [audience, isOffered] of [
    ['vuxen', false],
    ['aldre', false],
    ['barn', true],
    ['ungdom', true],
  ] as const) {
    it(`${isOffered ? 'offers' : 'never offers'} to keep a row from the person: ${audience}`, async () => {
      openScreen({
        part: 3,
        before: (doc, ctx) => {
          must(setPlanField(doc, ctx, { field: 'audience', value: audience }));
          must(addSubgoal(doc, ctx, { text: 'Sova' }));
        },
      });
      await tap('Skriva', 'tab');
      await type('Skriv en rad', 'Samtal');
      await tap('Insats');
      await tap('Fler uppgifter');
      expect(screen.getByRole('button', { name: 'Ta bort' })).toBeTruthy();
      expect(screen.queryByRole('checkbox', { name: 'Inte när Lars är med' }) !== null).toBe(
        isOffered,
      );
    });
  }

  it('starts at the heading in the next part, however far down the one before was read', async () => {
    openScreen({ part: 3 });
    await resizeTo(360, 800);
    const middle = document.querySelector('.leader__middle');
    if (middle === null) throw new Error('no middle');
    middle.scrollTop = 300;
    await tap(/Nästa del/);
    expect(document.querySelector('.leader__middle')?.scrollTop).toBe(0);
  });
});

describe('the keyboard up', () => {
  it('keeps the field being written in, with its focus, and shows it with its chips alone', async () => {
    openScreen({ part: 3 });
    await resizeTo(1180, 820);
    await type('Skriv en rad', 'Boende');
    const before = field();
    await resizeTo(1180, 410);
    expect(field()).toBe(before);
    expect(document.activeElement).toBe(before);
    expect(screen.getByRole('button', { name: 'Insats' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Nästa del/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Dölj planen' })).toBeTruthy();
    await type('Skriv en rad', 'stöd');
    expect(field().value).toBe('Boendestöd');
    await tap('Klar');
    expect(screen.getByRole('button', { name: /Nästa del/ })).toBeTruthy();
  });
});
