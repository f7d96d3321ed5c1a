/**
 * What one connection, address, channel or opener may ask of the server. Looked at before any work. Sizes of messages are in
 * src/protocol/wire/wireLimits.ts; these are the server's own, and can be set (SIP_LIMITS, docs/operation.md).
 */
export interface SyncLimits {
  readonly connections: number;
  /** A whole workplace may come from one address. */
  readonly connectionsPerAddress: number;
  /** New connections from one address in a second, and how many may come at once. */
  readonly connectsPerSecond: number;
  readonly connectBurst: number;
  /** Messages of one connection. */
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  /** Bytes of all connections from one address. */
  readonly addressBytesPerSecond: number;
  readonly addressByteBurst: number;
  /** Bytes of messages that are not whole yet, of all connections from one address. */
  readonly addressHalfBytes: number;
  /** Signals of all connections in one channel. Each goes to all who follow it. */
  readonly channelSignalsPerSecond: number;
  readonly channelSignalBurst: number;
  /** Frames, snapshots and projections in one channel. */
  readonly channelWritesPerSecond: number;
  readonly channelWriteBurst: number;
  readonly channelBytes: number;
  /** What an opener may hold where its policy says nothing else. */
  readonly openerChannels: number;
  readonly openerBytes: number;
  /** Channels that one connection may follow. */
  readonly followed: number;
  /** Messages and bytes of one connection that are worked on at once; until they are answered it is not listened to. */
  readonly inWork: number;
  readonly bytesInWork: number;
  /** Bytes that wait to be taken by a slow reader, until it is dropped. */
  readonly buffered: number;
  /** Faults (not decodable, wrongly signed, too fast) of one connection in a minute, until it is closed. */
  readonly faults: number;
}

const kB = 1_024;
const MB = 1_024 * kB;

export const defaultLimits: SyncLimits = {
  connections: 10_000,
  connectionsPerAddress: 2_000,
  connectsPerSecond: 100,
  connectBurst: 2_000,
  messagesPerSecond: 500,
  messageBurst: 3_000,
  addressBytesPerSecond: 20 * MB,
  addressByteBurst: 200 * MB,
  addressHalfBytes: 64 * MB,
  channelSignalsPerSecond: 20,
  channelSignalBurst: 200,
  channelWritesPerSecond: 100,
  channelWriteBurst: 2_000,
  channelBytes: 512 * MB,
  openerChannels: 100_000,
  openerBytes: 20 * kB * MB,
  followed: 2_000,
  inWork: 64,
  bytesInWork: 4 * MB,
  buffered: 8 * MB,
  faults: 200,
};

const isName = (name: string): name is keyof SyncLimits => Object.hasOwn(defaultLimits, name);

/** From JSON as `{"connections": 500}`. Throws with words when a name is not known or a number cannot be right. */
export const readLimits = (json: string): SyncLimits => {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    throw new Error('SIP_LIMITS is not JSON.');
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new Error('SIP_LIMITS must be an object, as {"connections": 500}.');
  const set: Record<string, number> = {};
  for (const [name, value] of Object.entries(read)) {
    if (!isName(name)) throw new Error(`SIP_LIMITS: there is no limit "${name}".`);
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
      throw new Error(`SIP_LIMITS: "${name}" must be a whole number, 1 or higher.`);
    set[name] = value;
  }
  return { ...defaultLimits, ...set };
};
