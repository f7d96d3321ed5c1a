/** Damage that comes from outside of a case: backup files, and what somebody asks the server for. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { listen } from '../../server/listen.ts';
import { createBackup } from '../../src/cases/backup/createBackup.ts';
import { openBackup } from '../../src/cases/backup/openBackup.ts';
import { restoreBackup } from '../../src/cases/backup/restoreBackup.ts';
import { createBackupDevice, filePassword } from '../../src/cases/backup/testBackup.ts';
import { packBody } from '../../src/protocol/backupBody.ts';
import { createBackupSealer } from '../../src/vault/sealBackup.ts';
import { unwrap } from '../../src/vault/testing.ts';
import type { Chance } from '../crash/chance.ts';
import type { Fuzzer } from './fuzzCase.ts';
import { damageBytes, damageJson } from './hostile.ts';

export const createBackupFuzzers = async () => {
  const device = await createBackupDevice();
  const { session } = await device.addVault('K');
  const opened = await device.addCase(session, 'Lars', 'Sova');
  await opened.close();
  const { file } = unwrap(await createBackup(device.deps, device.store, filePassword));
  const whole = new Uint8Array(await file.arrayBuffer());
  const kept = unwrap(await device.store.readAll());
  const sealer = unwrap(await createBackupSealer(device.deps, filePassword));
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  const pieces: readonly unknown[] = [
    { kind: 'keys', ...kept.keys },
    ...kept.cases.map((rows) => ({
      kind: 'case',
      ...rows,
      card: rows.card === null ? null : base64(rows.card),
    })),
    { kind: 'contents', at: 1, vaults: 1, cases: {} },
  ];

  /** Brought back on the device that it came from: what is here is never replaced. */
  const tryFile = async (bytes: Blob): Promise<void> => {
    const backup = await openBackup(device.deps, bytes, filePassword);
    if (!backup.ok) return;
    const restored = await restoreBackup(device.store, backup.value, null);
    if (!restored.ok && restored.error.kind !== 'unreadable') throw new Error(restored.error.kind);
    const now = unwrap(await device.store.readAll());
    for (const rows of kept.cases) {
      const same = now.cases.find(({ caseId }) => caseId === rows.caseId);
      if (same === undefined || same.records.length < rows.records.length)
        throw new Error('a case is gone');
    }
  };

  const files: Fuzzer = (chance) => tryFile(new Blob([damageBytes(whole, chance)]));

  const contents: Fuzzer = async (chance) => {
    const parts: Uint8Array<ArrayBuffer>[] = [new Uint8Array(sealer.header)];
    const count = 1 + chance.below(4);
    for (let index = 0; index < count; index += 1) {
      const body = damageJson(pieces[chance.below(pieces.length)], chance);
      const packed = packBody(body);
      const bytes = chance.below(8) === 0 ? damageBytes(packed, chance) : packed;
      parts.push(
        new Uint8Array(
          await sealer.seal({ index, last: index === count - 1 }, new Uint8Array(bytes)),
        ),
      );
    }
    await tryFile(new Blob(parts));
  };

  return { files, contents } satisfies Readonly<Record<string, Fuzzer>>;
};

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'BREW'] as const;
const ways = [
  '/',
  '/ny',
  '/direkt',
  '/installningar',
  '/ova',
  '/hjalp',
  '/sip/',
  '/sip/AAAAAAAAAAAAAAAAAAAAAA/',
  '/assets/',
  '/icons/',
  '/sw.js',
  '/healthz',
];
const hostileParts = [
  '..',
  '%2e%2e',
  '%2f',
  '%5c',
  '%00',
  '%',
  '%zz',
  '%E0%A4%A',
  '//',
  '\\',
  '?a[]=1&__proto__[x]=1',
  '#/x',
  ';',
  '__proto__',
  'constructor',
  'å',
  '%F0%9F%98%80',
  'a'.repeat(3_000),
  '~',
  '.',
  '%252e',
  ':',
  '*',
  '[',
  '}',
];

const hostileAddress = (chance: Chance): string => {
  let address = ways[chance.below(ways.length)] ?? '/';
  for (let turn = chance.below(5); turn > 0; turn -= 1) {
    address += `${chance.below(2) === 0 ? '/' : ''}${hostileParts[chance.below(hostileParts.length)]}`;
  }
  return address;
};

/** The server as it is, with a small folder to hand out. Never a fault, never what lies outside. */
export const createRequestFuzzer = async (): Promise<{
  readonly requests: Fuzzer;
  readonly end: () => Promise<void>;
}> => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-fuzz-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>SIP-mötet</title>');
  await writeFile(join(folder, 'sw.js'), '');
  const faults: string[] = [];
  const app = await createApp({ distDir: folder, onFault: (name) => faults.push(name) });
  const port = await listen(app, 0, '127.0.0.1');
  return {
    requests: async (chance) => {
      const headers = [
        `accept: ${['text/html', '*/*', '', 'text/html;q=', '\u00ff'][chance.below(5)]}`,
        ...strange.filter(() => chance.below(5) === 0),
      ];
      const body =
        chance.below(3) === 0 ? Buffer.from(damageBytes(new Uint8Array(1_500), chance)) : '';
      const head = `${methods[chance.below(methods.length)]} ${hostileAddress(chance)} HTTP/1.1`;
      const length = body === '' ? [] : [`content-length: ${body.length}`];
      const lines = [head, 'host: x', 'connection: close', ...headers, ...length, '', ''];
      const answer = await send(
        port,
        Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), Buffer.from(body)]),
      );
      if (/^HTTP\/1.1 5/.test(answer) || faults.length > 0)
        throw new Error(`answered ${answer.slice(0, 40)}`);
    },
    end: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const strange = [
  'range: bytes=-1,0-,9-1',
  'if-modified-since: x',
  'if-none-match: "',
  'content-type: application/json; charset=%',
  'accept-encoding: br;q=x, gzip;q=9',
  'expect: 100-continue',
  'upgrade: websocket',
  `cookie: ${'a=b;'.repeat(900)}`,
];

/** Bytes as they are; resolves to the beginning of the answer, empty when the server just hangs up. */
const send = (port: number, bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (data) => {
      if (answer.length < 100) answer += data.toString('latin1');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ECONNRESET') resolve(answer);
      else reject(error);
    });
    socket.on('close', () => resolve(answer));
    socket.end(bytes);
  });
