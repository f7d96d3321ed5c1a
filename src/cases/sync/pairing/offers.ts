/** The two things that are given by pairing: all my cases to my second device, and one case to a colleague who writes. */
import { ok, type Result } from '../../../shared/result.ts';
import { writerInvited } from '../../caseFacts.ts';
import type { OpenCase } from '../../openCase.ts';
import { findRings } from '../findRings.ts';
import { toBytes } from '../ringFacts.ts';
import { makeRing, type RingDeps, welcomeMember } from '../rings.ts';
import {
  type GiveRing,
  type Offer,
  type OfferOptions,
  offerPairing,
  type Pairing,
  type PairingDeps,
  takePairing,
} from './pairing.ts';
import type { Party } from './pairingTalk.ts';

export type OfferDeps = PairingDeps & RingDeps;
type Form = OfferOptions['form'];

/** **Min andra surfplatta**: it gets all cases of this vault, now and from now on. */
export const offerDevice = (deps: OfferDeps, form: Form): Offer =>
  offerPairing(deps, {
    what: 'device',
    form,
    ring: (other) => withMember(deps, other, deviceRing(deps)),
  });

/** **En kollega skriver också**: one of the same organisation, in this case alone. Logged in the case before it is given. */
export const offerCase = (deps: OfferDeps, opened: OpenCase, form: Form): Offer =>
  offerPairing(deps, {
    what: 'case',
    form,
    ring: async ({ publicKey, person, organisation }) => {
      const logged = await opened
        .workspace()
        .record((ctx) =>
          writerInvited(ctx, { ...person, organisation: organisation.name, member: publicKey }),
        );
      if (!logged.ok) return logged;
      return withMember(deps, { publicKey, deviceName: person.name }, writersRing(deps, opened));
    },
  });

export const takeDevice = (deps: PairingDeps, code: string): Pairing =>
  takePairing(deps, code, 'device');

export const takeCase = (deps: PairingDeps, code: string): Pairing =>
  takePairing(deps, code, 'case');

const withMember = async (
  deps: RingDeps,
  { publicKey, deviceName }: Pick<Party, 'publicKey' | 'deviceName'>,
  making: ReturnType<GiveRing>,
): ReturnType<GiveRing> => {
  const ringId = await making;
  if (!ringId.ok) return ringId;
  const told = await welcomeMember(deps, ringId.value, toBytes(publicKey), deviceName);
  return told.ok ? ringId : told;
};

const writersRing = async (deps: RingDeps, { caseId }: OpenCase): ReturnType<GiveRing> => {
  const made = await makeRing(deps, { use: 'writers', caseId });
  return made.ok ? ok(made.value.caseId) : made;
};

/** The ring of one's own devices; made the first time. */
const deviceRing = async (deps: RingDeps): Promise<Result<string, { readonly kind: string }>> => {
  const rings = await findRings(deps);
  if (!rings.ok) return rings;
  const own = rings.value.find(({ ring }) => ring.about?.use === 'devices' && ring.moved === null);
  if (own !== undefined) return ok(own.ringId);
  const made = await makeRing(deps, { use: 'devices', caseId: null });
  return made.ok ? ok(made.value.caseId) : made;
};
