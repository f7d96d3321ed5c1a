/** Reads and writes the facts of a ring, in its journal like those of a case. */
import type { Author } from '../../plan/model.ts';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { createId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { JournalPort } from '../../storage/journalPort.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { createCaseJournal, openRow } from '../caseJournal.ts';
import { createReplica, type OpenRecord, type ReadRecord, type Replica } from '../replica.ts';
import { foldRing, type Ring, type ringFactTypes } from './ringFacts.ts';
import { readRingUse } from './ringUse.ts';

export interface LogDeps extends ClockDep, RandomDep {
  readonly journal: JournalPort;
  readonly session: VaultSession;
}

export interface LogTrouble {
  readonly kind: string;
}

export interface ReadLog {
  readonly replica: Replica;
  readonly keys: CaseKeys;
  readonly records: readonly OpenRecord[];
}

const isOpen = (record: ReadRecord): record is { readonly kind: 'open' } & OpenRecord =>
  record.kind === 'open';

/** All that is in a journal now, without opening it as a case. */
export const readLog = async (
  { journal, session }: Pick<LogDeps, 'journal' | 'session'>,
  caseId: string,
): Promise<Result<ReadLog, LogTrouble>> => {
  const keys = await session.openCase(caseId);
  if (!keys.ok) return keys;
  const read = await journal.readSince(caseId, 0);
  if (!read.ok) return read;
  const records = await Promise.all(read.value.rows.map((row) => openRow(keys.value, row)));
  if (records.some((record) => record.kind === 'closed' && record.reason === 'locked')) {
    return err({ kind: 'locked' });
  }
  const replica = createReplica();
  replica.expect(read.value.heads);
  replica.take(records);
  return ok({ replica, keys: keys.value, records: records.filter(isOpen) });
};

export const readRing = async (
  deps: Pick<LogDeps, 'journal' | 'session'>,
  ringId: string,
): Promise<Result<{ readonly ring: Ring; readonly keys: CaseKeys }, LogTrouble>> => {
  const read = await readLog(deps, ringId);
  if (!read.ok) return read;
  const about = await readRingUse(deps.session, ringId);
  if (!about.ok) return about;
  const { replica, keys } = read.value;
  return ok({
    ring: foldRing(
      about.value,
      replica.facts().map(({ fact }) => fact),
    ),
    keys,
  });
};

/** Nobody in particular writes in a ring. */
export const nobodyInParticular: Author = { name: '', function: '', unit: '' };

type RingFactType = (typeof ringFactTypes)[keyof typeof ringFactTypes];

/** On disk when this says ok. */
export const writeRing = async (
  deps: LogDeps,
  ringId: string,
  facts: readonly { readonly type: RingFactType; readonly data: unknown }[],
): Promise<Result<void, LogTrouble>> => {
  if (facts.length === 0) return ok(undefined);
  const keys = await deps.session.openCase(ringId);
  if (!keys.ok) return keys;
  const log = createCaseJournal(
    {
      clock: deps.clock,
      journal: deps.journal,
      prepareCard: () => Promise.resolve(null),
      onWritten: () => undefined,
      renewDevice: () => deps.session.renewDevice(ringId),
    },
    keys.value,
  );
  const read = await log.catchUp();
  if (!read.ok) return read;
  const shown = log.shown();
  return log.commit(
    facts.map(({ type, data }, key) => ({
      kind: 'fact',
      key,
      shown,
      fact: {
        id: createId(deps),
        type,
        at: deps.clock.now(),
        by: nobodyInParticular,
        data,
      },
    })),
  );
};
