/** Lines that are not the part's own: notes, what is put off, what is not agreed, and **Borttaget**. */
import type { JSX } from 'preact';
import { takeBack } from '../../../plan/commands/moveRows.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Collapsible } from '../../../ui/Collapsible/Collapsible.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { useLeader } from '../Leader.ts';
import { RowList } from './RowList.tsx';

export function OtherRows(): JSX.Element | null {
  const { t, plan, line, meeting, edit } = useLeader();
  const groups = [
    { kind: 'disagreement', rows: meeting.part === 'sammanfattning' ? [] : plan.disagreements },
    { kind: 'later', rows: plan.later },
    // The line under the fingers stands in the field, not also here.
    { kind: 'note', rows: plan.notes.filter((row) => row.id !== line.id) },
  ] as const;
  // A row that never held words is nothing to take back.
  const putAway = plan.putAway.filter((row) => row.text.trim() !== '');
  const some = groups.some((group) => group.rows.length > 0);
  if (!some && putAway.length === 0) return null;
  return (
    <div class="other-rows">
      {some && (
        <Collapsible summary={t('meeting:needs.others')}>
          {groups
            .filter((group) => group.rows.length > 0)
            .map((group) => (
              <section key={group.kind} class="other-rows__group">
                <h3 class="write-face__heading">{t(`meeting:line.kinds.${group.kind}`)}</h3>
                <RowList rows={group.rows} label={t(`meeting:line.kinds.${group.kind}`)} />
              </section>
            ))}
        </Collapsible>
      )}
      {putAway.length > 0 && (
        <Collapsible summary={t('common:removed')}>
          <RuledList framed label={t('common:removed')}>
            {putAway.map((row) => (
              <RuledRow
                key={row.id}
                actions={
                  <Button
                    kind="quiet"
                    onClick={() => void edit((doc, ctx) => takeBack(doc, ctx, { id: row.id }))}
                  >
                    {t('meeting:needs.takeBack')}
                  </Button>
                }
              >
                {row.text}
              </RuledRow>
            ))}
          </RuledList>
        </Collapsible>
      )}
    </div>
  );
}
