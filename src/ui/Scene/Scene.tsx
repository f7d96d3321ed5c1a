/**
 * A drawing that is wider than a picture, 3 by 2, always beside words that say the same. The scenes lie in one file that
 * is fetched when the first is shown; they take ink, felt and pen from CSS here, as pictures do.
 */
import type { JSX } from 'preact';
import { classNames } from '../classNames.ts';
import { Svg } from '../Svg/Svg.tsx';
import type { SceneName } from './sceneNames.ts';
import scenes from './scenes.svg';
import './Scene.css';

export interface SceneProps {
  readonly name: SceneName;
  /** The child's set: the same things with a broader line and a second felt. */
  readonly forChild?: boolean | undefined;
  readonly class?: string | undefined;
}

export function Scene({ name, forChild = false, class: extra }: SceneProps): JSX.Element {
  return (
    <Svg
      class={classNames('scene', forChild && 'scene--child', extra)}
      viewBox="0 0 192 128"
      label={undefined}
    >
      <use href={`${scenes}#${name}`} />
    </Svg>
  );
}
