/** The few signs of the controls. Always beside words, so always hidden from assistive technology. */
import type { JSX } from 'preact';
import { classNames } from '../classNames.ts';
import './Icon.css';

const drawings = {
  back: 'M15 4 7 12l8 8',
  forward: 'M9 4l8 8-8 8',
  down: 'M4 8.5l8 8 8-8',
  up: 'M4 15.5l8-8 8 8',
  tick: 'M4.5 12.5l5 5.5L19.5 6.5',
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  plus: 'M12 4.5v15M4.5 12h15',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;

export type IconName = keyof typeof drawings;

/** These point along the line of reading, and turn with it. They are narrow, to stand in line with the words. */
const turning: ReadonlyMap<IconName, string> = new Map([
  ['back', '5.5 0 11 24'],
  ['forward', '7.5 0 11 24'],
]);

export interface IconProps {
  readonly name: IconName;
}

export function Icon({ name }: IconProps): JSX.Element {
  return (
    <svg
      class={classNames(
        'icon',
        turning.has(name) && 'icon--turning',
        name === 'more' && 'icon--more',
      )}
      viewBox={turning.get(name) ?? '0 0 24 24'}
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
