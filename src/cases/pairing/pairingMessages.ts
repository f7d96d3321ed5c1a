/**
 * What two devices say to each other where a one-time code lets them meet. The giver's random number is promised before
 * the other has answered and told after, so that nobody in between can choose what the check words become.
 */
import * as v from 'valibot';

const short = v.pipe(v.string(), v.maxLength(200));
const longer = v.pipe(v.string(), v.maxLength(2_000));

/** My own devices, or those who write in one case. */
const use = v.picklist(['devices', 'writers']);

const schema = v.variant('is', [
  v.object({
    is: v.literal('offer'),
    use,
    /** base64url of the SHA-256 of the number in `number`. */
    promise: short,
    /** What the device, or the person, is called. */
    name: short,
    /** **Verksamhet som ansvarar**; empty between one's own devices. */
    organisation: short,
  }),
  v.object({
    is: v.literal('hello'),
    /** X25519 public key of the vault that wants in. */
    key: short,
    number: short,
    name: short,
    organisation: short,
  }),
  v.object({ is: v.literal('number'), number: short }),
  v.object({
    is: v.literal('root'),
    /** To the key of `hello` alone. */
    box: longer,
    /** The case that it is about; null between one's own devices. */
    caseId: v.nullable(short),
    /** **Mina uppgifter** and **Verksamhet som ansvarar**, between one's own devices. */
    details: v.nullable(v.unknown()),
  }),
  /** On the other's disk. */
  v.object({ is: v.literal('done') }),
  v.object({ is: v.literal('no'), why: v.picklist(['cancelled', 'organisation', 'self']) }),
]);

export type PairingMessage = v.InferOutput<typeof schema>;
export type PairingUse = v.InferOutput<typeof use>;

export const readPairingMessage = (value: unknown): PairingMessage | null => {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : null;
};
