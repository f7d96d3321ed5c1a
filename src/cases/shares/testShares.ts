/** Shares without keys and network: what is with the "server" can be looked at. For tests only. */
import { err, ok } from '../../shared/result.ts';
import type { ShareMessage, SignalMessage } from '../../shared/signalMessage.ts';
import type { ShareTransport } from './shareTransport.ts';

export interface TestShares {
  readonly transport: ShareTransport;
  /** By secret: what the one who follows gets. */
  readonly there: ReadonlyMap<string, { readonly number: number; readonly state: unknown }>;
  /** What was done there, in order. */
  readonly done: readonly string[];
  readonly told: readonly SignalMessage[];
  readonly setOnline: (online: boolean) => void;
  /** What is published there is under way until it is let go. */
  readonly holdBack: (secret: string) => { readonly letGo: () => void };
  readonly say: (secret: string, message: ShareMessage) => void;
  readonly heard: () => readonly string[];
  /** Another device publishes. */
  readonly publishElsewhere: (secret: string, number: number, state: unknown) => void;
}

export const createTestShares = (): TestShares => {
  const there = new Map<string, { number: number; state: unknown }>();
  const gone = new Set<string>();
  const held = new Map<string, Promise<void>>();
  const done: string[] = [];
  const told: SignalMessage[] = [];
  const listeners = new Set<() => void>();
  const ears = new Map<string, (message: ShareMessage) => void>();
  const numbers = new Map<string, (number: number) => void>();
  let online = true;
  let made = 0;
  return {
    there,
    done,
    told,
    setOnline: (next) => {
      online = next;
      for (const listener of listeners) listener();
    },
    holdBack: (secret) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(secret, promise);
      return { letGo: resolve };
    },
    say: (secret, message) => ears.get(secret)?.(message),
    heard: () => [...ears.keys()],
    publishElsewhere: (secret, number, state) => {
      there.set(secret, { number, state });
      numbers.get(secret)?.(number);
    },
    transport: {
      isOnline: () => online,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      createKeys: async () => {
        made += 1;
        return ok({ secret: `keys${made}` });
      },
      fragmentOf: async (secret) => ok(`link-${secret}`),
      publish: async (secret, number, state) => {
        if (!online) return err('offline');
        await held.get(secret);
        if (gone.has(secret)) return err('ended');
        const present = there.get(secret)?.number ?? 0;
        if (number <= present) return err({ oldNumber: present });
        done.push(`publish ${secret}`);
        there.set(secret, { number, state });
        return ok(undefined);
      },
      end: async (secret) => {
        if (!online) return err('offline');
        done.push(`end ${secret}`);
        there.delete(secret);
        gone.add(secret);
        return ok(undefined);
      },
      hear: (secret, onSignal, onNumber) => {
        ears.set(secret, onSignal);
        numbers.set(secret, onNumber);
        return () => ears.delete(secret);
      },
      tell: async (_, message) => {
        told.push(message);
      },
    },
  };
};
