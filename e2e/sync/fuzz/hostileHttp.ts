/** Requests that are none, over a bare socket: what must come is an answer below 500, or nothing and a closed door. */
import { connect } from 'node:net';
import type { Chance } from '../../crash/chance.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'BREW', ''];
const paths = [
  '/sync',
  '/sync/',
  '/sync?a=1',
  '/sync.json',
  '/healthz',
  '/readyz',
  '/auth/oidc',
  '/%00',
  '/%ff%fe',
  '/..%2f..%2fetc/passwd',
  '//sync',
  'http://annan.example/sync',
  '*',
  `/${'a'.repeat(9_000)}`,
];
const headers = [
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x',
  'Upgrade: h2c\r\nConnection: Upgrade',
  'Origin: https://annan.example',
  'Content-Length: 99999999',
  'Content-Length: -1',
  'Transfer-Encoding: chunked\r\n\r\nzz',
  'Host: annan.example',
  'Accept: text/html',
  `X-Lang: ${'b'.repeat(20_000)}`,
  'Utan kolon',
  'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{]',
];

const oneOf = (chance: Chance, list: readonly string[]): string =>
  list[chance.below(list.length)] ?? '';

const noiseOf = (chance: Chance, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => chance.below(256)));

const requestBy = (chance: Chance): Buffer => {
  if (chance.below(8) === 0) return noiseOf(chance, 1 + chance.below(300));
  const lines = [`${oneOf(chance, methods)} ${oneOf(chance, paths)} HTTP/1.1`];
  if (chance.below(6) > 0) lines.push('Host: localhost');
  for (let count = chance.below(4); count > 0; count -= 1) lines.push(oneOf(chance, headers));
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  // After an upgrade these are frames that no WebSocket knows.
  return Buffer.concat([head, noiseOf(chance, chance.below(200))]);
};

const quietMs = 60;

/** The status that came; null when none did. */
export const sendHostile = (port: number, chance: Chance): Promise<number | null> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let came = '';
    let timer: NodeJS.Timeout | undefined;
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(came) ?? [];
      resolve(status === undefined ? null : Number(status));
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(end, quietMs);
    };
    socket.on('data', (data) => {
      came += data.toString('latin1').slice(0, 100);
      // Once it has answered there is nothing more to wait for.
      if (/^HTTP\/1\.1 \d{3}/.test(came)) end();
      else wait();
    });
    socket.on('error', end);
    socket.once('close', end);
    wait();
    socket.write(requestBy(chance));
  });
