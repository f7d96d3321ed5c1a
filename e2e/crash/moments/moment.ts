/** One kind of moment to be killed in: what is done, and what must be true afterwards. */
import type { Page } from '../../driver/types.ts';
import type { Expected } from '../expected.ts';
import type { KilledDevice } from '../killedDevice.ts';
import type { ReadCase } from '../readDevice.ts';
import type { World } from '../world.ts';

export interface Scene {
  readonly device: KilledDevice;
  readonly world: World;
  expected: Expected;
  /** Plans whose many records have become one. */
  readonly compacted: Set<string>;
  /** How slow the machine is now: 1 on a quiet one. */
  pace: number;
}

/** What was killed, and how far it had come: counted. */
export interface Death {
  /** As `typing`, `freeze`. */
  readonly moment: string;
  /** Whether the screen had said that it is done. */
  readonly acknowledged: boolean;
  /** Where to look first when the browser is opened again. */
  readonly way: string;
  /** On the empty page, before anything of the app runs: what the kill itself left. */
  readonly lookAside?: (page: Page) => Promise<void>;
  /** Opened and unlocked: what the person sees. */
  readonly look: (page: Page, found: ReadonlyMap<string, ReadCase>) => Promise<void>;
}

export type Moment = (scene: Scene) => Promise<Death>;

/** So many milliseconds after the press, from before anything is written until some time after. */
export const within = ({ device, pace }: Scene, longestMs: number): number =>
  Math.round(device.chance.below(longestMs) * pace);
