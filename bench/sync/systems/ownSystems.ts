/** This project's server and what it is measured against: the same without its checks. */
import type { System } from './system.ts';

/** Every limit is looked at as always, but is higher than one machine can reach. */
const openLimits = {
  connectionsPerAddress: 10_000,
  connectsPerSecond: 100_000,
  connectBurst: 100_000,
  messagesPerSecond: 1_000_000,
  messageBurst: 1_000_000,
  addressBytesPerSecond: 10_000_000_000,
  addressByteBurst: 10_000_000_000,
  channelWritesPerSecond: 1_000_000,
  channelWriteBurst: 1_000_000,
  channelBytes: 100_000_000_000,
  openerChannels: 1_000_000,
  openerBytes: 100_000_000_000,
};

const ownEnv = (host: string): Record<string, string> => ({
  SIP_NAME: host,
  SIP_LIMITS: JSON.stringify(openLimits),
  NODE_ENV: 'production',
});

export const sqliteServer = (host: string): System => ({
  name: 'server, SQLite',
  dialect: 'sip',
  program: 'server/main.ts',
  env: ownEnv(host),
});

export const postgresServer = (host: string, url: string, processes: number): System => ({
  name: `server, PostgreSQL, ${processes}`,
  dialect: 'sip',
  program: 'server/main.ts',
  processes,
  env: { ...ownEnv(host), DATABASE_URL: url },
});

export const sqliteFloor: System = {
  name: 'floor, SQLite',
  dialect: 'sip',
  program: 'bench/sync/systems/floorSqlite.ts',
  takesAgain: true,
};

/** The same, but that it checks the signature of every frame. */
export const signedFloor: System = {
  ...sqliteFloor,
  name: 'floor with signatures, SQLite',
  env: { SIGNATURES: '1' },
};

export const postgresFloor = (url: string, processes: number): System => ({
  name: `floor, PostgreSQL, ${processes}`,
  dialect: 'sip',
  program: 'bench/sync/systems/floorPostgres.ts',
  takesAgain: true,
  processes,
  env: { DATABASE_URL: url },
});
