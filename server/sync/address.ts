/** Where a connection comes from. Kept in memory while it lasts, to hold the limits; never written anywhere. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

export interface Origin {
  /** What limits count by: an IPv4 address, or the network (64 bits) of an IPv6 one. */
  readonly address: string;
  readonly isLoopback: boolean;
}

/** The first four groups: a household or a machine has all the addresses that begin so. */
const network = (address: string): string => {
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return groups.slice(0, 4).join(':');
};

const plain = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');

/**
 * @param hasProxy whether a proxy of one's own stands before the server and writes X-Forwarded-For: then its last entry
 * counts. Otherwise that header is anybody's word; but who sends it is not taken for this machine.
 */
export const originOf = (request: IncomingMessage, hasProxy: boolean): Origin => {
  const direct = plain(request.socket.remoteAddress ?? '');
  const header = request.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').at(-1);
  const told = plain((forwarded ?? '').trim());
  const address = hasProxy && told !== '' ? told : direct;
  return {
    address: isIPv6(address) ? network(address) : address.slice(0, 64),
    isLoopback: isLoopback(address) && (hasProxy || header === undefined),
  };
};
