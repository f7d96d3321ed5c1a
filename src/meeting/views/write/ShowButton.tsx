/**
 * **Visa för alla**: one tap shows the row, the same tap hides it (field.md 2). **Inte när {namn} är med** it is not on the
 * wall while the child is in the room, also where it was shown before: the screen never says that it is.
 */
import type { JSX } from 'preact';
import { setShown } from '../../../plan/commands/showRows.ts';
import { mayBeShown } from '../../../plan/rowKinds.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { useLeader } from '../Leader.ts';
import type { PlanRow } from '../planRows.ts';

export interface ShowButtonProps {
  readonly row: PlanRow;
  /** Id of the row's words. */
  readonly describedBy: string;
}

export function ShowButton({ row, describedBy }: ShowButtonProps): JSX.Element | null {
  const { t, plan, meeting, name, edit } = useLeader();
  const person = plan.participants.find((each) => each.isIndividual);
  const personIsHere = !meeting.out.some((one) => one.participantId === person?.id);
  if (!mayBeShown(row.kind)) return null;
  if (row.notWithChild && personIsHere) {
    return <span class="plan-row__hidden">{t('meeting:row.childHere', { name })}</span>;
  }
  return (
    <Button
      kind="quiet"
      class="show-button"
      {...(row.shown ? { iconStart: 'tick' as const } : {})}
      aria-describedby={describedBy}
      onClick={() =>
        void edit((doc, ctx) => setShown(doc, ctx, { item: row.id, shown: !row.shown }))
      }
    >
      {t(row.shown ? 'meeting:row.shown' : 'meeting:row.show')}
    </Button>
  );
}
