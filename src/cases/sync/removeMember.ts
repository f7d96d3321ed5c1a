/**
 * Takes a device, or a colleague who writes, out: those who stay get a new ring, sealed to each; what the removed one knew of
 * gets new roots, told in the new ring alone. What it has already cannot be called back.
 */
import { ok, type Result } from '../../shared/result.ts';
import { writerRemoved } from '../caseFacts.ts';
import type { OpenCase } from '../openCase.ts';
import { type FoundRing, findRings } from './findRings.ts';
import { type RerootDeps, rerootCase } from './rerootCase.ts';
import { ringFactTypes, toBytes, toText } from './ringFacts.ts';
import { type LogTrouble, writeRing } from './ringLog.ts';
import { makeRing, type RingDeps } from './rings.ts';
import { stillInvited } from './stillInvited.ts';

export type RemoveDeps = RingDeps & RerootDeps;

export interface MemberRemoved {
  /** Cases that could not be put under a new root now: something in them cannot be read. */
  readonly left: readonly string[];
}

/** One of one's own devices, out of everything. Wake the sync work afterwards. */
export const removeDevice = async (
  deps: RemoveDeps,
  member: string,
): Promise<Result<MemberRemoved, LogTrouble>> => {
  const [rings, cases] = await Promise.all([findRings(deps), deps.session.listCases()]);
  if (!rings.ok) return rings;
  if (!cases.ok) return cases;
  const noted = await noteToReroot(deps, cases.value);
  if (!noted.ok) return noted;
  for (const found of rings.value) {
    if (found.ring.moved !== null || found.ring.about === null) continue;
    const moved = await moveRing(deps, found, (other) => other !== member);
    if (!moved.ok) return moved;
  }
  return goOnRerooting(deps);
};

/** A colleague, out of one case. Logged in the case. Close the open case before: it is opened anew under the new root. */
export const removeWriter = async (
  deps: RemoveDeps,
  opened: OpenCase,
  member: string,
): Promise<Result<MemberRemoved, LogTrouble>> => {
  const logged = await opened.workspace().record((ctx) => writerRemoved(ctx, member));
  if (!logged.ok) return logged;
  const stay = stillInvited(opened.workspace().state.log.map(({ fact }) => fact));
  const closed = await opened.close();
  if (!closed.ok) return closed;
  const noted = await noteToReroot(deps, [opened.caseId]);
  if (!noted.ok) return noted;
  const rings = await findRings(deps);
  if (!rings.ok) return rings;
  for (const found of rings.value) {
    const { about, moved } = found.ring;
    if (about?.caseId !== opened.caseId || moved !== null) continue;
    const done = await moveRing(deps, found, (other) => other !== member && stay.has(other));
    if (!done.ok) return done;
  }
  return goOnRerooting(deps);
};

/** Cases that are to lie under a new root, and do not yet: a device that dies in between goes on with them. */
const toRerootName = 'sync reroot';

const readToReroot = async ({
  session,
}: Pick<RemoveDeps, 'session'>): Promise<Result<readonly string[], LogTrouble>> => {
  const found = await session.readValue(toRerootName);
  if (!found.ok) return found;
  const ids: readonly unknown[] = Array.isArray(found.value) ? found.value : [];
  return ok(ids.filter((id) => typeof id === 'string'));
};

/** Goes on with what was begun. Cheap when nothing was. */
export const goOnRerooting = async (
  deps: RerootDeps,
): Promise<Result<MemberRemoved, LogTrouble>> => {
  const todo = await readToReroot(deps);
  if (!todo.ok) return todo;
  let left = todo.value;
  for (const caseId of todo.value) {
    const done = await rerootCase(deps, caseId);
    // Taken away from here since: nothing is left to be done.
    if (!done.ok && done.error.kind !== 'missing') continue;
    left = left.filter((other) => other !== caseId);
    const noted = await deps.session.writeValue(toRerootName, left);
    if (!noted.ok) return noted;
  }
  return ok({ left });
};

const noteToReroot = async (
  deps: RerootDeps,
  caseIds: readonly string[],
): Promise<Result<void, LogTrouble>> => {
  const todo = await readToReroot(deps);
  if (!todo.ok) return todo;
  return deps.session.writeValue(toRerootName, [...new Set([...todo.value, ...caseIds])]);
};

/** A ring of the same kind for those who stay; the old one only says where it went on. */
const moveRing = async (
  deps: RingDeps,
  { ringId, ring }: FoundRing,
  stays: (member: string) => boolean,
): Promise<Result<void, LogTrouble>> => {
  if (ring.about === null) return ok(undefined);
  const made = await makeRing(deps, ring.about);
  if (!made.ok) return made;
  const boxes: Record<string, string> = {};
  const own = toText(deps.session.publicKey);
  for (const { member } of ring.members) {
    if (member === own || !stays(member)) continue;
    const box = await deps.session.boxRoot(made.value.caseId, toBytes(member));
    // A key that is none: whoever wrote it gets nothing.
    if (box.ok) boxes[member] = toText(box.value);
  }
  return writeRing(deps, ringId, [
    { type: ringFactTypes.moved, data: { to: made.value.caseId, boxes } },
  ]);
};
