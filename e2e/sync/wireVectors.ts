/** The vectors of docs/sync-protocol.md, as they stand there. For tests only. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Bytes, bytesToHex } from '../../src/shared/bytes.ts';
import { openCaseKeys } from '../../src/vault/caseKeys.ts';
import { realRandom, unwrap } from '../../src/vault/testing.ts';

const told = v.looseObject({ is: v.string(), request: v.number() });
const messages = v.array(v.object({ message: told, bytes: v.string() }));

const keyShape = v.object({
  rootKey: v.string(),
  caseId: v.string(),
  channelId: v.string(),
  publicWriteKey: v.string(),
  records: v.array(v.object({ header: v.looseObject({ device: v.string() }), sealed: v.string() })),
  signals: v.array(v.object({ sealed: v.string() })),
});

const wireShape = v.object({
  serverName: v.string(),
  readTokenHash: v.string(),
  frameId: v.string(),
  signedOfEnd: v.string(),
  client: messages,
  server: messages,
  share: v.object({
    root: v.string(),
    publicKey: v.string(),
    channelId: v.string(),
    readToken: v.string(),
    link: v.string(),
    projection: v.object({
      number: v.number(),
      at: v.number(),
      payload: v.string(),
      nonce: v.string(),
    }),
    publicationBytes: v.number(),
    publicationHash: v.string(),
    signature: v.string(),
  }),
});

const document = readFileSync(new URL('../../docs/sync-protocol.md', import.meta.url), 'utf8');
const [keyBlock = '', wireBlock = ''] = [...document.matchAll(/```json\n([\s\S]*?)\n```/g)].map(
  ([, block = '']) => block,
);
export const above = v.parse(keyShape, JSON.parse(keyBlock));
export const wire = v.parse(wireShape, JSON.parse(wireBlock));
export const { serverName, share } = wire;

export const hex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'hex'));
export const caseId = Uint8Array.from(Buffer.from(above.caseId, 'base64url'));
const [first, second] = above.records.map(({ sealed }) => hex(sealed));
if (first === undefined || second === undefined)
  throw new Error('The document has no two records.');
export const one: Bytes = first;
export const two: Bytes = second;

/** As the document writes a message: bytes as hexadecimal. */
export const asTold = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return bytesToHex(value);
  if (Array.isArray(value)) return value.map(asTold);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asTold(each)]));
};

/** Our keys of the case of the vectors. */
export const ourKeys = async () =>
  unwrap(
    await openCaseKeys(
      { random: realRandom },
      {
        caseId: above.caseId,
        epoch: 1,
        root: hex(above.rootKey),
        device: above.records[0]?.header.device ?? '',
      },
    ),
  );
