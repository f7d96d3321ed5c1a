import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organisationToFile, recoveryKeyToText } from '../src/protocol/recoveryKey.ts';
import { createApp } from './app.ts';
import { securityHeaders } from './headers.ts';
import { organisationOf } from './settings.ts';

const organisation = { name: 'Åby kommun', publicKey: new Uint8Array(32).fill(7) };
const key = recoveryKeyToText(organisation.publicKey);

describe('the settings', () => {
  it('are read whole, or not at all', () => {
    expect(organisationOf({})).toBeNull();
    expect(organisationOf({ SIP_RECOVERY_KEY: ' ', SIP_ORGANISATION: '' })).toBeNull();
    expect(
      organisationOf({ SIP_RECOVERY_KEY: ` ${key} `, SIP_ORGANISATION: 'Åby kommun' }),
    ).toEqual(organisation);
  });

  it.each([
    [{ SIP_RECOVERY_KEY: key }, /SIP_ORGANISATION is not/],
    [{ SIP_ORGANISATION: 'Åby kommun' }, /SIP_RECOVERY_KEY is not/],
    [{ SIP_RECOVERY_KEY: 'abc', SIP_ORGANISATION: 'Åby' }, /not a public recovery key/],
    [
      { SIP_RECOVERY_KEY: `${key.slice(0, -1)}#`, SIP_ORGANISATION: 'Åby' },
      /character in it is wrong/,
    ],
    [{ SIP_RECOVERY_KEY: key, SIP_ORGANISATION: 'Å'.repeat(101) }, /too long/],
    [{ SIP_RECOVERY_KEY: key, SIP_ORGANISATION: '\u202eybÅ' }, /not seen/],
    [{ SIP_RECOVERY_KEY: key, SIP_ORGANISATION: 'Åby\nNumret stämmer' }, /not seen/],
  ])('stop the start with a sentence when they cannot be right (%#)', (env, words) => {
    expect(() => organisationOf(env)).toThrow(words);
  });
});

describe('what is handed out', () => {
  let dist: string;
  const serve = (own?: typeof organisation) =>
    createApp({ distDir: dist, ...(own !== undefined && { organisation: own }) });

  beforeAll(async () => {
    dist = await mkdtemp(join(tmpdir(), 'sip-settings-'));
    await writeFile(join(dist, 'index.html'), '<!doctype html>');
  });
  afterAll(() => rm(dist, { recursive: true, force: true }));

  it('is the key and whose it is, never kept by anybody on the way', async () => {
    const app = await serve(organisation);
    const answer = await app.inject({ url: '/organisation.json' });
    expect(answer.json()).toEqual(organisationToFile(organisation));
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['cache-control']).toBe('no-store');
    for (const [name, value] of Object.entries(securityHeaders))
      expect([name, answer.headers[name]]).toEqual([name, value]);
    expect((await app.inject({ method: 'POST', url: '/organisation.json' })).statusCode).toBe(405);
    await app.close();
  });

  it('is an empty answer where none is set, so that a page needs not guess', async () => {
    const app = await serve();
    const answer = await app.inject({ url: '/organisation.json' });
    expect([answer.statusCode, answer.json()]).toEqual([200, {}]);
    await app.close();
  });

  it('is the file where there is one, as with any server; a setting goes before it', async () => {
    const other = organisationToFile({ ...organisation, name: 'Region Norr' });
    await writeFile(join(dist, 'organisation.json'), JSON.stringify(other));
    const byFile = await serve();
    expect((await byFile.inject({ url: '/organisation.json' })).json()).toEqual(other);
    await byFile.close();
    const bySetting = await serve(organisation);
    const answer = await bySetting.inject({ url: '/organisation.json' });
    expect(answer.json()).toEqual(organisationToFile(organisation));
    await bySetting.close();
  });
});
