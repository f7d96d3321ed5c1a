/**
 * The meeting circle: where we are, among five parts, with the time inside. The one thing on a screen with a strong
 * colour. Shape, number and outline say the same as the colours.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import { classNames } from '../classNames.ts';
import { type PartNumber, shapePath } from '../Shape/shapePath.ts';
import { discPath } from '../TimeDisc/discPath.ts';
import { circleGeometry, defaultShares, presentScale } from './circleGeometry.ts';
import './Circle.css';

export interface CircleProps {
  /** The present part; null before and after a meeting. */
  readonly part: PartNumber | null;
  /** The five parts' shares of the time, any sum. */
  readonly shares?: readonly number[] | undefined;
  /** px: 264 beside the leader's work, 330 on the mirrored tablet, 540 on the wall. Never wider than its place. */
  readonly size?: number | undefined;
  /** px of the numbers, where the size's own 0.09 is not right. */
  readonly numberSize?: number | undefined;
  /** The share of the meeting's time that is left, 1 to 0. Null or left out: no disc. */
  readonly timeLeft?: number | null | undefined;
  /** Pause: everything pale. */
  readonly pale?: boolean | undefined;
  /** The name read out, where "Mötescirkeln: del 2 av 5, Aktuell situation" is not right. */
  readonly label?: string | undefined;
  /** Stands in the middle instead of the disc. */
  readonly children?: ComponentChildren;
  readonly class?: string | undefined;
}

export function Circle({
  part,
  shares = defaultShares,
  size = 264,
  numberSize,
  timeLeft = null,
  pale = false,
  label,
  children,
  class: extra,
}: CircleProps): JSX.Element {
  const t = useT();
  const id = useId();
  const geometry = circleGeometry(shares, size, numberSize);
  const name = label ?? circleName(t, part, pale);
  const before = useRef(part);
  const changed = before.current !== part;
  useLayoutEffect(() => {
    before.current = part;
  }, [part]);

  const middle = size / 2;
  const plate = geometry.discRadius - geometry.outline / 2;

  return (
    <div
      class={classNames('circle', pale && 'circle--pale', extra)}
      style={{ '--circle-size': `${size}px`, '--circle-outline': geometry.outline }}
    >
      <svg class="circle__drawing" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name}>
        {geometry.segments.map((segment) => {
          const present = segment.part === part;
          const f = geometry.number * (present ? presentScale : 1);
          return (
            <g
              key={segment.part}
              data-part={segment.part}
              class={classNames('circle__part', present && 'circle__part--present')}
            >
              <path class="circle__segment" d={segment.path} />
              {present && (
                <>
                  <mask
                    id={`${id}-sweep`}
                    maskUnits="userSpaceOnUse"
                    x="0"
                    y="0"
                    width={size}
                    height={size}
                  >
                    <path
                      class={classNames('circle__sweep', changed && 'circle__sweep--moving')}
                      d={segment.sweep}
                      pathLength={1}
                      stroke-width={geometry.ringWidth}
                    />
                  </mask>
                  <path class="circle__fill" d={segment.path} mask={`url(#${id}-sweep)`} />
                </>
              )}
              <path class="circle__shape" d={shapePath(segment.part, segment.x, segment.y, f)} />
              <text
                class="circle__number"
                x={segment.x}
                y={segment.y + f * 0.35}
                font-size={f}
                text-anchor="middle"
              >
                {segment.part}
              </text>
            </g>
          );
        })}
        {timeLeft !== null && children === undefined && (
          <g class="circle__disc">
            <circle class="circle__plate" cx={middle} cy={middle} r={plate} />
            <path
              class="circle__left"
              d={discPath(timeLeft, middle, middle, plate - geometry.outline * 1.5)}
            />
          </g>
        )}
      </svg>
      {children !== undefined && <div class="circle__middle">{children}</div>}
    </div>
  );
}

function circleName(t: ReturnType<typeof useT>, part: PartNumber | null, pale: boolean): string {
  if (part === null) return t('common:circle.name');
  const where = { number: part, part: t(`common:part.${part}`) };
  return pale ? t('common:circle.paused', where) : t('common:circle.at', where);
}
