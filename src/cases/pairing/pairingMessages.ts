/**
 * What two devices say to each other where a one-time code lets them meet. The giver's random number is promised before
 * the other has answered and told after, so that nobody in between can choose what the check words become.
 */
import * as v from 'valibot';
import { oneLine } from '../../shared/oneLine.ts';

const short = v.pipe(v.string(), v.maxLength(200));
/** Stands in a question that a person answers: whoever has seen the code may have written it. */
const shown = v.pipe(short, v.transform(oneLine));

/** My own devices, or those who write in one case. */
const use = v.picklist(['devices', 'writers']);

const schema = v.variant('is', [
  v.object({
    is: v.literal('offer'),
    use,
    /** base64url of the SHA-256 of the number in `number`. */
    promise: short,
    /** base64url of the Ed25519 public key that `root` is signed with. */
    signer: short,
    /** What the device, or the person, is called. */
    name: shown,
    /** **Verksamhet som ansvarar**; empty between one's own devices. */
    organisation: shown,
  }),
  v.object({
    is: v.literal('hello'),
    /** X25519 public key of the vault that wants in. */
    key: short,
    number: short,
    name: shown,
    organisation: shown,
  }),
  v.object({ is: v.literal('number'), number: short }),
  /** A person by the one that wants in has said that the words are the same. */
  v.object({ is: v.literal('same') }),
  v.object({
    is: v.literal('root'),
    /** JSON of a `GivenRoot`. */
    said: v.pipe(v.string(), v.maxLength(20_000)),
    /** base64url: over the ids of `offer` and `hello`, and `said`. */
    signature: short,
  }),
  /** On the other's disk. */
  v.object({ is: v.literal('done') }),
  v.object({ is: v.literal('no'), why: v.picklist(['cancelled', 'organisation', 'self']) }),
]);

const givenSchema = v.object({
  /** To the key of `hello` alone. */
  box: v.pipe(v.string(), v.maxLength(2_000)),
  /** The case that it is about; null between one's own devices. */
  caseId: v.nullable(short),
  /** **Mina uppgifter** and **Verksamhet som ansvarar**, between one's own devices. */
  details: v.nullable(v.unknown()),
});

export type GivenRoot = v.InferOutput<typeof givenSchema>;

export const readGivenRoot = (said: string): GivenRoot | null => {
  try {
    const read = v.safeParse(givenSchema, JSON.parse(said));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
};

/** What the signature is over. Ids are of one length, so this has one reading. */
export const signedRoot = (offerId: string, helloId: string, said: string): string =>
  offerId + helloId + said;

export type PairingMessage = v.InferOutput<typeof schema>;
export type PairingUse = v.InferOutput<typeof use>;

export const readPairingMessage = (value: unknown): PairingMessage | null => {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : null;
};
