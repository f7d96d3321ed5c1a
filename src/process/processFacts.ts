import type { WriteContext } from '../plan/writeContext.ts';
import type { LocalDate } from '../shared/deps.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';

/** What happened to the SIP as a process, and cannot be read from plan, consent or meeting. */

/** Why a SIP is closed (domain.md 2.1, step 6). */
export type CloseGround = 'malenNadda' | 'behovetBorta' | 'samtyckeAterkallat' | 'annat';

/** The kallelse was sent: when, to whom. */
export type CalledFact = Fact<
  'process.called',
  { readonly on: LocalDate; readonly participantIds: readonly string[] }
>;

export type ClosedFact = Fact<
  'process.closed',
  { readonly ground: CloseGround; readonly note: string }
>;

export type ProcessFact = CalledFact | ClosedFact;

export const isProcessFact = (placed: PlacedFact): placed is PlacedFact<ProcessFact> =>
  placed.fact.type === 'process.called' || placed.fact.type === 'process.closed';

/** **Avsluta SIP:en** */
export const recordClosed = (ctx: WriteContext, data: ClosedFact['data']): ClosedFact => ({
  id: ctx.newId(),
  type: 'process.closed',
  at: ctx.at,
  by: ctx.by,
  data: { ground: data.ground, note: data.note.trim() },
});
