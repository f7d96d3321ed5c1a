/** The circle before the meeting, with the minutes of each part around it. */
import type { JSX } from 'preact';
import { Circle } from '../../../ui/Circle/Circle.tsx';
import { parts, wholeMinutes } from '../../parts.ts';
import { useLeader } from '../Leader.ts';

export interface TimeCircleProps {
  readonly minutes: number;
}

export function TimeCircle({ minutes }: TimeCircleProps): JSX.Element {
  const { t, meeting } = useLeader();
  const whole = wholeMinutes(minutes, meeting.shares);
  let before = 0;
  const places = parts.map((part) => {
    const share = meeting.shares[part];
    const middle = (before + share / 2) / 100;
    before += share;
    // Clockwise from twelve; the words stand outside the ring.
    const angle = middle * 2 * Math.PI;
    return {
      part,
      minutes: whole[part],
      x: 50 + Math.sin(angle) * 50,
      y: 50 - Math.cos(angle) * 50,
      // Away from its neighbour at the top and at the bottom, where two long ones would meet.
      out: Math.sin(angle) * Math.abs(Math.cos(angle)) * 80,
    };
  });
  return (
    <div class="time-circle">
      <Circle
        part={null}
        shares={parts.map((part) => meeting.shares[part])}
        size={236}
        label={t('meeting:circle.before')}
      >
        <span class="time-circle__whole">
          <strong>{minutes}</strong>
          <span>{t('meeting:start.minutesWord')}</span>
        </span>
      </Circle>
      <ul class="time-circle__parts">
        {places.map((place) => (
          <li
            key={place.part}
            class="time-circle__part"
            style={{ '--x': `${place.x}%`, '--y': `${place.y}%`, '--out': `${place.out}%` }}
          >
            <span class="visually-hidden">{t(`meeting:part.${place.part}`)} </span>
            {t('meeting:start.minutesShort', { count: place.minutes })}
          </li>
        ))}
      </ul>
    </div>
  );
}
