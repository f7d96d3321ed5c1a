/**
 * The commands of `npm run recovery` (docs/recovery.md): make a key, show it, answer a question, change the passphrase.
 * Speaks to no network. The private key is open only while a question is answered, and a vault's key is never shown.
 */
import { organisationToFile, recoveryKeyToText } from '../../src/protocol/recoveryKey.ts';
import type { RandomDep } from '../../src/shared/deps.ts';
import {
  answerQuestion,
  changePassphrase,
  createRecoveryKey,
  openRecoveryKey,
  type SealedRecoveryKey,
} from '../../src/vault/answerRecovery.ts';
import type { Argon2Dep, PasswordCost } from '../../src/vault/argon2.ts';
import { keyFingerprint, questionCheck, textToQuestion } from '../../src/vault/recoveryTexts.ts';
import { type Secret, secretOf } from '../../src/vault/secret.ts';
import { fileToKey, keyToFile } from './keyFile.ts';
import type { Terminal } from './terminal.ts';

export interface ToolDeps extends RandomDep, Argon2Dep {
  readonly terminal: Terminal;
  /** Only tests choose a lower one. */
  readonly passwordCost?: PasswordCost;
}

const usage = `npm run recovery -- COMMAND

  new-key [FILE]              makes a key pair; FILE (recovery-key.json) holds the private half, sealed by a passphrase
  show FILE                   prints the public key, its number, and the settings for the server
  open QUESTION --key FILE    answers a person's question; --out ANSWER says where (sip-svar.txt). --key may be repeated
  change-passphrase FILE      the same key under another passphrase

docs/recovery.md says how to keep, use and replace it.`;

/** The exit code: 0 done, 1 not done, 2 not understood. */
export const runRecovery = async (args: readonly string[], deps: ToolDeps): Promise<number> => {
  const [command, ...rest] = args;
  const { names, keys, out } = readArguments(rest);
  const [file] = names;
  if (command === 'new-key' && names.length <= 1) return newKey(deps, file ?? 'recovery-key.json');
  if (command === 'show' && file !== undefined) return show(deps, file);
  if (command === 'open' && file !== undefined && keys.length > 0) {
    return open(deps, { question: file, keys, out: out ?? 'sip-svar.txt' });
  }
  if (command === 'change-passphrase' && file !== undefined) return changeIt(deps, file);
  deps.terminal.complain(usage);
  return command === 'help' ? 0 : 2;
};

const newKey = async (deps: ToolDeps, path: string): Promise<number> => {
  const { terminal } = deps;
  terminal.complain(
    'Whoever has the key file and its passphrase can open every vault sealed to it.',
  );
  const passphrase = await askTwice(terminal, 'Passphrase (four words or more): ');
  if (passphrase === null) return 1;
  const made = await createRecoveryKey(deps, passphrase);
  if (!made.ok) return fail(deps, sentenceOf(made.error.kind));
  if (!terminal.write(path, keyToFile(made.value), false)) {
    return fail(
      deps,
      `${path} is there already. A key is never written over: choose another name.`,
    );
  }
  terminal.say(`Written: ${path}. Keep it and its passphrase apart, each in two places.\n`);
  await sayPublic(terminal, made.value);
  return 0;
};

const show = async (deps: ToolDeps, path: string): Promise<number> => {
  const key = readKey(deps, path);
  if (key === null) return 1;
  await sayPublic(deps.terminal, key);
  return 0;
};

const open = async (
  deps: ToolDeps,
  { question: path, keys, out }: { question: string; keys: readonly string[]; out: string },
): Promise<number> => {
  const { terminal } = deps;
  const text = terminal.read(path);
  if (text === null) return fail(deps, `${path} cannot be read.`);
  const asked = textToQuestion(text);
  if (!asked.ok) {
    return fail(
      deps,
      asked.error.kind === 'other'
        ? `${path} holds no question. It begins with SIP-FRAGA-1 and ends with SLUT.`
        : `The question in ${path} is not whole: a character is missing or changed. Ask for it again.`,
    );
  }
  const wanted = recoveryKeyToText(asked.value.organisationKey);
  const files = keys.map((each) => readKey(deps, each));
  if (files.includes(null)) return 1;
  const file = files.find((each) => each !== null && recoveryKeyToText(each.publicKey) === wanted);
  const number = await keyFingerprint(asked.value.organisationKey);
  if (file === undefined || file === null) {
    return fail(
      deps,
      `The question is for another key, number ${number}. Give that one with --key.`,
    );
  }
  terminal.say(`Key number:    ${number}`);
  terminal.say(`Check digits:  ${await questionCheck(asked.value)}`);
  terminal.say(
    'Call the person on a number that you know. They read the check digits from their screen.',
  );
  const same = await terminal.ask(
    'Are you sure who it is, and are the digits the same? (yes/no) ',
    false,
  );
  if (same?.trim().toLowerCase() !== 'yes') return fail(deps, 'Not answered.');
  const passphrase = await terminal.ask('Passphrase: ', true);
  const opened = await openRecoveryKey(deps, file, secretOf(passphrase ?? ''));
  if (!opened.ok) return fail(deps, sentenceOf(opened.error.kind));
  const answer = await answerQuestion(deps, opened.value, asked.value);
  if (!answer.ok) return fail(deps, sentenceOf(answer.error.kind));
  if (!terminal.write(out, answer.value, false)) {
    return fail(deps, `${out} is there already. Choose another name with --out.`);
  }
  terminal.say(
    `Written: ${out}. Send it to the person: it opens on the tablet that asked, and nowhere else.`,
  );
  terminal.say('Write down when, for whom and why (docs/recovery.md).');
  return 0;
};

const changeIt = async (deps: ToolDeps, path: string): Promise<number> => {
  const { terminal } = deps;
  const key = readKey(deps, path);
  if (key === null) return 1;
  const old = secretOf((await terminal.ask('Passphrase now: ', true)) ?? '');
  const next = await askTwice(terminal, 'New passphrase (four words or more): ');
  if (next === null) return 1;
  const changed = await changePassphrase(deps, key, { old, next });
  if (!changed.ok) return fail(deps, sentenceOf(changed.error.kind));
  // Beside the old one, which is removed by hand when the new one has been tried.
  const beside = `${path}.new`;
  if (!terminal.write(beside, keyToFile(changed.value), false)) {
    return fail(deps, `${beside} is there already. Move it away first.`);
  }
  terminal.say(
    `Written: ${beside}. Try it, then put it in the place of ${path} and of every copy.`,
  );
  return 0;
};

const askTwice = async (terminal: Terminal, question: string): Promise<Secret | null> => {
  const first = await terminal.ask(question, true);
  const again = await terminal.ask('Once more: ', true);
  if (first === null || first !== again) {
    terminal.complain('They are not the same. Nothing is written.');
    return null;
  }
  return secretOf(first);
};

const readKey = (deps: ToolDeps, path: string): SealedRecoveryKey | null => {
  const text = deps.terminal.read(path);
  const key = text === null ? null : fileToKey(text);
  if (key === null) fail(deps, `${path} is not the file of a recovery key, or it is damaged.`);
  return key;
};

const sayPublic = async (terminal: Terminal, { publicKey }: SealedRecoveryKey): Promise<void> => {
  const recoveryKey = recoveryKeyToText(publicKey);
  const file = organisationToFile({ name: 'NAME OF THE ORGANISATION', publicKey });
  terminal.say(`Key number (people compare it):  ${await keyFingerprint(publicKey)}`);
  terminal.say(`Public key:                      ${recoveryKey}\n`);
  terminal.say('For `npm start`:');
  terminal.say(`  SIP_ORGANISATION="NAME OF THE ORGANISATION" SIP_RECOVERY_KEY=${recoveryKey}`);
  terminal.say('For any other web server, a file organisation.json beside index.html:');
  terminal.say(`  ${JSON.stringify(file)}`);
};

const sentences: Readonly<Record<string, string>> = {
  weakPassword:
    'That passphrase is too easy to guess: at least four words, or fourteen characters.',
  wrongPassphrase: 'The passphrase is wrong, or the key file is damaged. Nothing is written.',
  otherKey: 'The question is for another key.',
  damaged: 'What is in the question was not sealed to this key. Ask the person to make a new one.',
  missingCrypto: 'This Node lacks what is needed. Use the one that `npm run` brings.',
};

const sentenceOf = (kind: string): string => sentences[kind] ?? 'It did not work.';

const fail = ({ terminal }: ToolDeps, sentence: string): number => {
  terminal.complain(sentence);
  return 1;
};

const readArguments = (args: readonly string[]) => {
  const names: string[] = [];
  const keys: string[] = [];
  let out: string | null = null;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const next = args[at + 1];
    if ((word === '--key' || word === '--out') && next !== undefined) {
      if (word === '--key') keys.push(next);
      else out = next;
      at += 1;
    } else names.push(word);
  }
  return { names, keys, out };
};
