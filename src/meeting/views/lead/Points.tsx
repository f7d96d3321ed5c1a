/**
 * At most six points. They can be ticked but need not, and nothing is counted (field.md 6). Where another device leads
 * they are read: what is ticked there shows here.
 */
import type { JSX } from 'preact';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { Icon } from '../../../ui/Icon/Icon.tsx';
import { leaderPoints, meetingForm } from '../../circles/leaderCircle.ts';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { settled } from '../planWords.ts';

export interface PointsProps {
  /** Points that something else on the screen says already. */
  readonly without: readonly string[];
}

export function Points({ without }: PointsProps): JSX.Element {
  const { t, plan, meeting, name, roles, follows, send } = useLeader();
  const form = meetingForm(
    aroundTable(plan.participants).map((person) => settled(person.attendance)),
  );
  const points = leaderPoints(meeting.part, {
    du: roles.du,
    interpreter: meeting.interpreter,
    form,
  }).filter((point) => !without.includes(point.id));
  const ticked = meeting.ticked[meeting.part];
  if (follows) {
    return (
      <>
        <p class="leader__subtle">{t('meeting:points.follows')}</p>
        <ul class="lead-points lead-points--read" aria-label={t('meeting:points.label')}>
          {points.map((point) => (
            <li key={point.id} data-ticked={ticked.includes(point.id) || undefined}>
              <span class="lead-points__mark">
                {ticked.includes(point.id) && (
                  <>
                    <Icon name="tick" />
                    <span class="visually-hidden">{t('meeting:points.ticked')}</span>
                  </>
                )}
              </span>
              <span>{t(point.key, { name })}</span>
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <ul class="lead-points" aria-label={t('meeting:points.label')}>
      {points.map((point) => (
        <li key={point.id}>
          <CheckRow
            label={t(point.key, { name })}
            checked={ticked.includes(point.id)}
            onChange={(checked) =>
              void send({
                type: 'points.ticked',
                part: meeting.part,
                point: point.id,
                ticked: checked,
              })
            }
          />
        </li>
      ))}
    </ul>
  );
}
