import type { MissingRecords, SetAsideRecord } from '../meeting/workspace.ts';
import {
  applySnapshot,
  applyUpdates,
  createPlanDocument,
  type PlanDocument,
} from '../plan/document.ts';
import type { RecordBody } from '../protocol/record.ts';
import type { PlacedFact } from '../shared/fact.ts';
import { createDeviceLog, type DeviceLog } from './deviceLog.ts';
import { payloadToFact } from './factPayload.ts';
import { firstOf, orderFacts } from './orderFacts.ts';
import { isSoundFact } from './soundFact.ts';

/**
 * One case in memory, joined from its records: the document, the facts, and what is known of each device.
 * Whatever order records come in, the result is the same. What cannot be read is set aside and counted,
 * never dropped: its row stays where it is.
 */
export interface Replica {
  readonly document: PlanDocument;
  /** Joins records that were read. True when anything changed that a person could see. */
  readonly take: (records: readonly ReadRecord[]) => boolean;
  /** Notes a record that this window wrote; its content is in the document already. */
  readonly wrote: (record: OpenRecord) => void;
  /** In the order in which they are folded. The same array as long as nothing came. */
  readonly facts: () => readonly PlacedFact[];
  readonly setAside: () => readonly SetAsideRecord[];
  /** What the journal says that each device has written: more than is here is a gap. */
  readonly expect: DeviceLog['expect'];
  readonly gaps: () => readonly MissingRecords[];
  /** Devices that wrote two records under one number. */
  readonly doubles: () => ReadonlySet<string>;
  readonly highest: DeviceLog['highest'];
  readonly seen: DeviceLog['seen'];
  readonly heads: DeviceLog['heads'];
  /** Whether this very record is here already. */
  readonly knows: DeviceLog['knows'];
  /** Nothing is missing, and nothing of this case's own is set aside: what was kept apart belongs to another root. */
  readonly isWhole: () => boolean;
  /** `doc` and `snapshot` records that stand in the journal now, id to row number: what a snapshot would replace. */
  readonly docRecords: () => ReadonlyMap<string, number>;
}

export interface OpenRecord {
  /** Running number in the journal of this device. */
  readonly n: number;
  readonly id: string;
  readonly body: RecordBody;
}

/** A row that could not be opened. Device and number stand on the row itself. */
export interface ClosedRecord {
  readonly n: number;
  readonly device: string;
  readonly seq: number;
  /** The kind of the error, as a word for a key. */
  readonly reason: string;
  /** Not this case's own record, as far as its keys can tell (`keptApart.ts`): nobody's number is known. */
  readonly apart: boolean;
}

export type ReadRecord =
  | ({ readonly kind: 'open' } & OpenRecord)
  | ({ readonly kind: 'closed' } & ClosedRecord);

export const createReplica = (): Replica => {
  const document = createPlanDocument();
  const log = createDeviceLog();
  const setAside: SetAsideRecord[] = [];
  const docRecords = new Map<string, number>();
  const byId = new Map<string, PlacedFact>();
  let apart = 0;
  let facts: readonly PlacedFact[] = [];

  /** A fact is one, however many records hold it: the same of them on every device. */
  const addFacts = (found: readonly PlacedFact[]): void => {
    let isSame = true;
    for (const placed of found) {
      const { id } = placed.fact;
      const known = byId.get(id);
      const first = known === undefined ? placed : firstOf(known, placed);
      if (first === known) continue;
      byId.set(id, first);
      isSame = false;
    }
    if (!isSame) facts = orderFacts([...byId.values()]);
  };

  const note = ({ n, id, body }: OpenRecord): boolean => {
    const { device, seq } = body;
    if (log.note({ id, device, seq, seen: body.seen }) === 'replay') return false;
    if (body.kind === 'snapshot') {
      log.cover({ ...body.seen, [device]: seq - 1 }, body.facts ?? {});
      for (const replaced of body.replaces ?? []) docRecords.delete(replaced);
    }
    if (body.kind !== 'fact') docRecords.set(id, n);
    return true;
  };

  return {
    document,
    take: (records) => {
      const before = { facts, aside: setAside.length };
      const documents: OpenRecord[] = [];
      const found: PlacedFact[] = [];
      for (const record of [...records].sort(bySeq)) {
        if (record.kind === 'closed') {
          const { n, reason, device, seq } = record;
          const id = `row ${n}`;
          if (record.apart) {
            apart += 1;
            setAside.push({ id, reason, device: null, seq: null });
            continue;
          }
          if (log.note({ id, device, seq }) === 'replay') continue;
          setAside.push({ id, reason, device, seq });
          continue;
        }
        if (!note(record)) continue;
        if (record.body.kind !== 'fact') {
          documents.push(record);
          continue;
        }
        const placed = readFact(record);
        if (placed === null) setAside.push(asideOf(record, 'notAFact'));
        else found.push(placed);
      }
      addFacts(found);
      for (const record of join(document, documents)) {
        docRecords.delete(record.id);
        setAside.push(asideOf(record, 'notAnUpdate'));
      }
      return documents.length > 0 || facts !== before.facts || setAside.length !== before.aside;
    },
    wrote: (record) => {
      if (!note(record) || record.body.kind !== 'fact') return;
      const placed = readFact(record);
      if (placed !== null) addFacts([placed]);
    },
    facts: () => facts,
    setAside: () => setAside,
    expect: log.expect,
    gaps: log.gaps,
    doubles: log.doubles,
    highest: log.highest,
    seen: log.seen,
    heads: log.heads,
    knows: log.knows,
    isWhole: () => setAside.length === apart && log.gaps().length === 0,
    docRecords: () => docRecords,
  };
};

/** Joins them all; gives back those that are no updates, which changed nothing. */
const join = (document: PlanDocument, records: readonly OpenRecord[]): readonly OpenRecord[] => {
  const snapshots = records.filter(({ body }) => body.kind === 'snapshot');
  const updates = records.filter(({ body }) => body.kind === 'doc');
  const unread = snapshots.filter(({ body }) => !applySnapshot(document, body.payload).ok);
  const refused =
    updates.length === 0
      ? []
      : applyUpdates(
          document,
          updates.map(({ body }) => body.payload),
        );
  return [...unread, ...updates.filter((_, place) => refused.includes(place))];
};

const readFact = ({ body }: OpenRecord): PlacedFact | null => {
  const fact = payloadToFact(body.payload);
  if (!fact.ok || !isSoundFact(fact.value)) return null;
  const { device, seq, seen, unseen } = body;
  return { fact: fact.value, device, seq, seen, ...(unseen && { unseen }) };
};

const asideOf = ({ id, body }: OpenRecord, reason: string): SetAsideRecord => ({
  id,
  reason,
  device: body.device,
  seq: body.seq,
});

const placeOf = (record: ReadRecord): { readonly device: string; readonly seq: number } =>
  record.kind === 'open' ? record.body : record;

/** Each device's records in the order it wrote them. */
const bySeq = (a: ReadRecord, b: ReadRecord): number => {
  const [left, right] = [placeOf(a), placeOf(b)];
  if (left.device === right.device) return left.seq - right.seq;
  return left.device < right.device ? -1 : 1;
};
