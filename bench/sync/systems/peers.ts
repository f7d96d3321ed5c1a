/** Other sync servers, each as its makers set it up, and what it means when it says that something is saved. */
import type { System } from './system.ts';

export interface Peer extends System {
  /** What it means, by its documentation and sources, when it answers. Whether that is true is measured. */
  readonly saved: string;
}

const at = (file: string): string => `bench/sync/systems/${file}`;

export const peers: readonly Peer[] = [
  {
    name: 'hocuspocus, SQLite',
    dialect: 'hocuspocus',
    program: at('hocuspocus.mjs'),
    saved: 'it is in memory; stored within 2 to 10 s',
  },
  {
    name: 'hocuspocus, SQLite, debounce 0',
    dialect: 'hocuspocus',
    program: at('hocuspocus.mjs'),
    env: { DEBOUNCE: '0' },
    saved: 'told just before it is stored',
  },
  {
    name: 'y-websocket, memory',
    dialect: 'yWebsocket',
    program: at('yWebsocket.mjs'),
    saved: 'nothing: it is sent back to who sent it',
  },
  {
    name: 'y-websocket, y-leveldb',
    dialect: 'yWebsocket',
    program: at('yWebsocket.mjs'),
    env: { LEVELDB: '1' },
    saved: 'nothing: it is sent back, and waits to be stored',
  },
  {
    name: 'Evolu relay',
    dialect: 'evolu',
    program: at('evolu.mjs'),
    saved: 'committed, then told',
  },
];
