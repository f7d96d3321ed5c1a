/** Other sync servers, each as its makers set it up, and what it means when it says that something is saved. */
import type { System } from './system.ts';

export interface Peer extends System {
  readonly saved: string;
  /** Whether that is true of what a killed server still has afterwards. */
  readonly isTruthful: boolean;
}

const at = (file: string): string => `bench/sync/systems/${file}`;

export const peers: readonly Peer[] = [
  {
    name: 'hocuspocus, SQLite',
    dialect: 'hocuspocus',
    program: at('hocuspocus.mjs'),
    saved: 'it is in memory; stored within 2 to 10 s',
    isTruthful: false,
  },
  {
    name: 'hocuspocus, SQLite, debounce 0',
    dialect: 'hocuspocus',
    program: at('hocuspocus.mjs'),
    env: { DEBOUNCE: '0' },
    saved: 'told just before it is stored',
    isTruthful: true,
  },
  {
    name: 'y-websocket, memory',
    dialect: 'yWebsocket',
    program: at('yWebsocket.mjs'),
    saved: 'nothing: it is sent back to who sent it',
    isTruthful: false,
  },
  {
    name: 'y-websocket, y-leveldb',
    dialect: 'yWebsocket',
    program: at('yWebsocket.mjs'),
    env: { LEVELDB: '1' },
    saved: 'nothing: it is sent back, and waits to be stored',
    isTruthful: false,
  },
  {
    name: 'Evolu relay',
    dialect: 'evolu',
    program: at('evolu.mjs'),
    saved: 'committed, then told',
    isTruthful: true,
  },
];
