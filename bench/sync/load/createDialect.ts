/** Each kind of server that the load can speak to. */
import type { Dialect } from './dialect.ts';
import type { DialectName } from './jobs.ts';
import { createSipDialect } from './sipDialect.ts';

export const createDialect = async (name: DialectName): Promise<Dialect> => {
  switch (name) {
    case 'sip':
      return createSipDialect('log');
    case 'share':
      return createSipDialect('share');
    case 'yWebsocket':
      return (await import('./yDialect.ts')).createYWebsocketDialect();
    case 'hocuspocus':
      return (await import('./yDialect.ts')).createHocuspocusDialect();
    case 'evolu':
      return (await import('./evoluDialect.ts')).createEvoluDialect();
  }
};
