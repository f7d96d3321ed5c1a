/**
 * Files of every version that was ever written are opened by this program; and what docs/backup-format.md says is enough
 * to read one: the second reader below shares no code with ours.
 */
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { argon2id } from 'hash-wasm';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { secretOf } from '../../vault/secret.ts';
import { unwrap } from '../../vault/testing.ts';
import { unlockWithReserveCode } from '../../vault/unlockWithReserve.ts';
import { createBackup } from './createBackup.ts';
import { openBackup } from './openBackup.ts';
import { restoreBackup } from './restoreBackup.ts';
import { createBackupDevice, filePassword } from './testBackup.ts';

const fixtureShape = v.object({
  version: v.number(),
  vaultId: v.string(),
  caseId: v.string(),
  reserveCode: v.string(),
  at: v.number(),
  records: v.number(),
  file: v.array(v.string()),
});

const readFixture = (version: number) => {
  const url = new URL(`./fixtures/backup-${version}.json`, import.meta.url);
  const read = v.parse(fixtureShape, JSON.parse(readFileSync(url, 'utf8')));
  return { ...read, bytes: new Uint8Array(Buffer.from(read.file.join(''), 'base64')) };
};

describe('a file of version 1', () => {
  it('is opened and restored whole: plan, values, password, reserve code', async () => {
    const fixture = readFixture(1);
    const device = await createBackupDevice();
    const file = new Blob([fixture.bytes]);
    const backup = unwrap(await openBackup(device.deps, file, filePassword));
    expect(backup).toMatchObject({ whole: true, at: fixture.at });
    expect(backup.cases).toMatchObject([{ caseId: fixture.caseId, records: fixture.records }]);
    unwrap(await restoreBackup(device.store, backup, null));
    const session = await device.unlock(fixture.vaultId);
    expect(unwrap(await session.readValue('person'))).toEqual({ name: 'Karin Ek' });
    expect(await device.read(session, fixture.caseId)).toEqual({
      name: 'Lars',
      important: 'Behålla gården',
      gaps: 0,
      setAside: 0,
    });
    const byCode = await unlockWithReserveCode(device.deps, {
      vaultId: fixture.vaultId,
      code: secretOf(fixture.reserveCode),
      newPassword: secretOf('helt andra ord än förut'),
      newCode: false,
    });
    expect(byCode.ok).toBe(true);
  });

  it('is of the form that is written today', async () => {
    const device = await createBackupDevice();
    const { session } = await device.addVault('K');
    const opened = await device.addCase(session, 'Lars');
    await opened.close();
    const { file } = unwrap(await createBackup(device.deps, device.store, filePassword));
    const today = await readByTheDocument(new Uint8Array(await file.arrayBuffer()));
    const then = await readByTheDocument(readFixture(1).bytes);
    expect(today.map(namesIn)).toEqual(
      // The fixture has one sealed value more.
      then.filter(({ sealed }) => !Array.isArray(sealed) || sealed.length === 0).map(namesIn),
    );
  });
});

describe('the document', () => {
  it('is enough to read a file with', async () => {
    const fixture = readFixture(1);
    const pieces = await readByTheDocument(fixture.bytes);
    const kinds = pieces.map(({ kind }) => kind);
    const keys = ['keys', 'keys', 'keys'];
    expect(kinds).toEqual(['contents', ...keys, 'case', ...keys, 'contents']);
    expect(pieces[0]).toEqual({
      kind: 'contents',
      at: fixture.at,
      vaults: 1,
      cases: [{ caseId: fixture.caseId, records: fixture.records }],
    });
    expect(pieces[4]).toMatchObject({ caseId: fixture.caseId });
  });
});

const namesIn = (piece: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(piece).sort();

/** docs/backup-format.md, word by word. */
const readByTheDocument = async (
  bytes: Uint8Array,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const file = Buffer.from(bytes);
  const header = file.subarray(0, 57);
  expect(header.toString('latin1', 0, 8)).toBe('SIPKOPIA');
  expect(header[8]).toBe(1);
  expect(header.readUInt32BE(53)).toBe(crc32(header.subarray(0, 53)));
  expect(file.subarray(-57)).toEqual(header);
  const fileId = header.subarray(37, 53);
  const stretched = await argon2id({
    password: 'sommarhage trasmatta kaffe brygga',
    salt: header.subarray(21, 37),
    memorySize: header.readUInt32BE(9),
    iterations: header.readUInt32BE(13),
    parallelism: header.readUInt32BE(17),
    hashLength: 32,
    outputType: 'binary',
  });
  const key = Buffer.from(hkdfSync('sha256', stretched, fileId, 'sip/1/backup', 32));
  const pieces: Record<string, unknown>[] = [];
  for (let at = 57; at < file.length - 57; ) {
    expect(file.subarray(at, at + 16)).toEqual(fileId);
    expect(file.readUInt32BE(at + 16)).toBe(pieces.length);
    const length = file.readUInt32BE(at + 21);
    const sealed = file.subarray(at + 25, at + 25 + length);
    const opener = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
    opener.setAAD(Buffer.concat([header, file.subarray(at + 16, at + 21)]));
    opener.setAuthTag(sealed.subarray(-16));
    const body = Buffer.concat([opener.update(sealed.subarray(12, -16)), opener.final()]);
    pieces.push(JSON.parse(body.toString('utf8', 4, 4 + body.readUInt32BE(0))));
    at += 25 + length;
    expect(file[at - length - 5]).toBe(at === file.length - 57 ? 1 : 0);
  }
  return pieces;
};
