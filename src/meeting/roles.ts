import type { SipPlan } from '../plan/model.ts';

/** Who leads, who writes, who holds the tablet, and what follows for the screen (field.md 20). */

export type Face = 'leda' | 'skriva';

export type RoleTip =
  | 'circles:tips.leaderWrites'
  | 'circles:tips.twoLead'
  | 'circles:tips.paperWriter'
  | 'circles:tips.paperCircle';

export interface LeaderRoles {
  readonly defaultFace: Face;
  /** The individual leads: du-form, easy words. */
  readonly du: boolean;
  /** **Bara för mig** is gone when the one it speaks of holds the tablet. */
  readonly forMe: boolean;
  /** Names the colleague beside an individual who leads, as **stöd till mötesledaren**; takes `{{support}}`. */
  readonly supportKey: 'circles:tips.support' | null;
  /** The chair's paper circle is offered, since the writer holds the tablet. */
  readonly offersPaperCircle: boolean;
  readonly tips: readonly RoleTip[];
}

/** Pure: from the two answers; what is unanswered changes nothing. */
export const leaderRoles = (
  leads: SipPlan['leads']['value'],
  writes: SipPlan['writes']['value'],
): LeaderRoles => {
  const du = leads === 'huvudperson';
  const writerHolds = writes === 'kollegaHar';
  return {
    defaultFace: writerHolds ? 'skriva' : 'leda',
    du,
    forMe: !du,
    supportKey: du ? 'circles:tips.support' : null,
    offersPaperCircle: writerHolds,
    tips: [
      ...(leads === 'jag' && writes === 'jag' ? (['circles:tips.leaderWrites'] as const) : []),
      ...(leads === 'tva' ? (['circles:tips.twoLead'] as const) : []),
      ...(writes === 'papper' ? (['circles:tips.paperWriter'] as const) : []),
      ...(writerHolds ? (['circles:tips.paperCircle'] as const) : []),
    ],
  };
};
