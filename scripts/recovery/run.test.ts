/** The tool as the one who keeps the key meets it: every command, and every way in which it says no. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOrganisation, textToRecoveryKey } from '../../src/protocol/recoveryKey.ts';
import { argon2Here } from '../../src/vault/argon2.ts';
import { createVault } from '../../src/vault/createVault.ts';
import { askRecovery, recoverVault } from '../../src/vault/recovery.ts';
import { secretOf } from '../../src/vault/secret.ts';
import { realRandom, testVaultDeps, unwrap } from '../../src/vault/testing.ts';
import { unlockWithPassword } from '../../src/vault/unlock.ts';
import { runRecovery } from './run.ts';

const passphrase = 'nyckelskåpet längst ner till vänster';
const newPassword = secretOf('helt andra ord än förut');
const passwordCost = { memoryKiB: 64, iterations: 1, parallelism: 1 };

let files: Map<string, string>;
let said: string[];

/** Runs one command; what the person types stands in order. */
const run = (args: readonly string[], ...typed: readonly string[]): Promise<number> => {
  const lines = [...typed];
  said = [];
  return runRecovery(args, {
    random: realRandom,
    argon2: argon2Here,
    passwordCost,
    terminal: {
      say: (line) => said.push(line),
      complain: (line) => said.push(line),
      ask: async () => lines.shift() ?? null,
      read: (path) => files.get(path) ?? null,
      write: (path, text, replace) => {
        if (files.has(path) && !replace) return false;
        files.set(path, text);
        return true;
      },
    },
  });
};

const heard = (): string => said.join('\n');

const publicKey = (): string => /sip-key-1:[0-9A-Z]+/.exec(heard())?.[0] ?? '';

/** A vault that is sealed to the key, and its question on file. */
const vaultWithQuestion = async (key: string) => {
  const deps = testVaultDeps();
  const recoveryKey = textToRecoveryKey(key);
  if (recoveryKey === null) throw new Error('expected a key');
  const password = secretOf('lingon kanot bastu vinter');
  const made = unwrap(await createVault(deps, { shortName: 'E', password, recoveryKey }));
  const { vaultId } = made.session;
  const question = unwrap(await askRecovery(deps, { vaultId, anew: false }));
  files.set('fraga.txt', `Hej, jag har glömt lösenordet.\n\n${question.text}`);
  return { deps, vaultId, question };
};

beforeEach(() => {
  files = new Map();
});

describe('a new key', () => {
  it('is written once, and printed as the settings that the server takes', async () => {
    expect(await run(['new-key', 'key.json'], passphrase, passphrase)).toBe(0);
    expect(textToRecoveryKey(publicKey())).toHaveLength(32);
    const json = said.find((line) => line.includes('"recoveryKey"'))?.trim() ?? '';
    expect(readOrganisation(JSON.parse(json))).not.toBeNull();
    expect(heard()).not.toContain(passphrase);
    const first = files.get('key.json');
    expect(await run(['new-key', 'key.json'], passphrase, passphrase)).toBe(1);
    expect(files.get('key.json')).toBe(first);
    expect(await run(['show', 'key.json'])).toBe(0);
    expect(first).toContain(publicKey());
  });

  it.each([
    ['1234', '1234', 'too easy'],
    [passphrase, 'another one', 'not the same'],
  ])('is not made with %j and %j', async (one, two, words) => {
    expect(await run(['new-key'], one, two)).toBe(1);
    expect(heard()).toContain(words);
    expect(files.size).toBe(0);
  });
});

describe('answering', () => {
  beforeEach(async () => {
    await run(['new-key', 'key.json'], passphrase, passphrase);
  });
  const answer = (...typed: readonly string[]): Promise<number> =>
    run(['open', 'fraga.txt', '--key', 'key.json', '--out', 'svar.txt'], ...typed);

  it('gives the person back their vault, and says the digits that they read', async () => {
    const { deps, vaultId, question } = await vaultWithQuestion(publicKey());
    expect(await answer('yes', passphrase)).toBe(0);
    expect(heard()).toContain(question.check);
    expect(heard()).toContain(question.fingerprint);
    const text = files.get('svar.txt') ?? '';
    unwrap(await recoverVault(deps, { vaultId, answer: text, newPassword }));
    expect((await unlockWithPassword(deps, vaultId, newPassword)).ok).toBe(true);
  });

  it('writes nothing when one is not sure, or the passphrase is wrong', async () => {
    await vaultWithQuestion(publicKey());
    expect(await answer('no')).toBe(1);
    expect(await answer('yes', 'wrong words altogether')).toBe(1);
    expect(heard()).toContain('passphrase is wrong');
    expect(files.has('svar.txt')).toBe(false);
  });

  it('never writes over an answer', async () => {
    await vaultWithQuestion(publicKey());
    files.set('svar.txt', 'somebody else’s');
    expect(await answer('yes', passphrase)).toBe(1);
    expect(files.get('svar.txt')).toBe('somebody else’s');
  });

  it('finds the right one of several keys, and says which is missing', async () => {
    const { question } = await vaultWithQuestion(publicKey());
    await run(['new-key', 'newer.json'], passphrase, passphrase);
    const both = ['open', 'fraga.txt', '--key', 'newer.json', '--key', 'key.json'];
    expect(await run(both, 'yes', passphrase)).toBe(0);
    expect(files.has('sip-svar.txt')).toBe(true);
    expect(await run(['open', 'fraga.txt', '--key', 'newer.json'], 'yes', passphrase)).toBe(1);
    expect(heard()).toContain(question.fingerprint);
  });

  it.each([
    ['Hej', 'holds no question'],
    ['SIP-FRAGA-1\nABC\nSLUT', 'not whole'],
  ])('says what is wrong with %j', async (text, words) => {
    files.set('fraga.txt', text);
    expect(await answer('yes', passphrase)).toBe(1);
    expect(heard()).toContain(words);
  });

  it.each(['', '{}', 'null', '{"format":"sip-recovery-key-1"}'])(
    'refuses %j as a key',
    async (text) => {
      await vaultWithQuestion(publicKey());
      files.set('key.json', text);
      expect(await answer('yes', passphrase)).toBe(1);
      expect(heard()).toContain('damaged');
    },
  );
});

it('changes the passphrase beside the old file', async () => {
  await run(['new-key', 'key.json'], passphrase, passphrase);
  const key = publicKey();
  await vaultWithQuestion(key);
  const next = 'ett nytt skåp i ett annat rum';
  expect(await run(['change-passphrase', 'key.json'], 'wrong words here now', next, next)).toBe(1);
  expect(await run(['change-passphrase', 'key.json'], passphrase, next, next)).toBe(0);
  const open = ['open', 'fraga.txt', '--key', 'key.json.new'];
  expect(await run(open, 'yes', passphrase)).toBe(1);
  expect(await run(open, 'yes', next)).toBe(0);
});

it.each([[[]], [['open']], [['open', 'fraga.txt']], [['show']], [['something']]])(
  'tells how it is used when it is not understood: %j',
  async (args) => {
    expect(await run(args)).toBe(2);
    expect(heard()).toContain('npm run recovery');
  },
);

it('runs from the command line, and the file is for its owner only', {
  timeout: 90_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sip-recovery-'));
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const call = (args: readonly string[], typed: string): Promise<{ code: number; out: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [main, ...args], {
        env: { ...process.env, INIT_CWD: folder },
      });
      let out = '';
      child.stdout.on('data', (data) => {
        out += String(data);
      });
      child.on('close', (code) => resolve({ code: code ?? -1, out }));
      child.stdin.end(typed);
    });
  try {
    const made = await call(['new-key', 'key.json'], `${passphrase}\n${passphrase}\n`);
    expect(made.code).toBe(0);
    const path = join(folder, 'key.json');
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readFileSync(path, 'utf8')).not.toContain(passphrase);
    const key = /sip-key-1:[0-9A-Z]+/.exec(made.out)?.[0] ?? '';
    await vaultWithQuestion(key);
    writeFileSync(join(folder, 'fraga.txt'), files.get('fraga.txt') ?? '');
    const answered = await call(['open', 'fraga.txt', '--key', 'key.json'], `yes\n${passphrase}\n`);
    expect(answered.code).toBe(0);
    expect(readFileSync(join(folder, 'sip-svar.txt'), 'utf8')).toMatch(/^SIP-SVAR-1\n/);
    expect((await call(['open', 'nothing.txt', '--key', 'key.json'], '')).code).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
