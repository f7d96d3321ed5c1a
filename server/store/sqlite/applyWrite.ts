/** One write on the tables, within the transaction of its group. */
import type { Day, Item, Outcome, Refusal, Write } from '../store.ts';
import type { Items } from './items.ts';
import type { Place, Places } from './places.ts';

type Of<K extends Write['is']> = Extract<Write, { readonly is: K }>;

const refused = (why: Exclude<Refusal['why'], 'staleParent' | 'oldNumber'>): Refusal => ({
  is: 'refused',
  why,
});

const areEqual = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0;

export const createApplyWrite = (places: Places, items: Items): ((write: Write) => Outcome) => {
  const notThere = (channelId: Uint8Array): Refusal =>
    refused(places.goneWhy(channelId) ?? 'noChannel');

  const keep = (place: Place, today: Day): void => {
    place.usedOn = Math.max(place.usedOn, today);
    places.keepState(place);
  };

  const open = ({ channel, today }: Of<'open'>): Outcome => {
    const place = places.find(channel.id);
    if (place !== null) {
      const isSame =
        place.channel.use === channel.use &&
        areEqual(place.channel.readTokenHash, channel.readTokenHash);
      return isSame ? { is: 'opened', end: place.end, isNew: false } : refused('conflict');
    }
    const why = places.goneWhy(channel.id);
    if (why !== null) return refused(why);
    places.add(channel, today);
    return { is: 'opened', end: 0, isNew: true };
  };

  const append = ({ channelId, records, today }: Of<'append'>): Outcome => {
    const place = places.find(channelId);
    if (place === null) return notThere(channelId);
    if (place.channel.use !== 'log') return refused('wrongUse');
    const fresh: Item[] = [];
    let cursor = 0;
    for (const record of records) {
      let own = items.cursorOf(place, record.id);
      if (own === null) {
        own = place.end + 1;
        fresh.push(items.add(place, 'record', record, own));
      }
      cursor = Math.max(cursor, own);
    }
    if (fresh.length > 0) keep(place, today);
    return { is: 'appended', cursor, fresh, snapshotId: place.snapshotId };
  };

  const snapshot = (write: Of<'snapshot'>): Outcome => {
    const { channelId, parent, record, replaces, today } = write;
    const place = places.find(channelId);
    if (place === null) return notThere(channelId);
    if (place.channel.use !== 'log') return refused('wrongUse');
    const known = items.cursorOf(place, record.id);
    const { snapshotId } = place;
    if (known !== null) return { is: 'snapshotted', cursor: known, fresh: [], snapshotId };
    if (!areEqual(parent, snapshotId)) return { is: 'refused', why: 'staleParent', snapshotId };
    for (const id of replaces) {
      const cursor = items.cursorOf(place, id);
      if (cursor !== null) items.markReplaced(place, cursor, today);
    }
    const item = items.add(place, 'snapshot', record, place.end + 1);
    places.keepSnapshot(place, record.id);
    keep(place, today);
    return { is: 'snapshotted', cursor: item.cursor, fresh: [item], snapshotId: record.id };
  };

  const publish = ({ channelId, number, bytes, today }: Of<'publish'>): Outcome => {
    const place = places.find(channelId);
    if (place === null) return notThere(channelId);
    if (place.channel.use !== 'share') return refused('wrongUse');
    if (number === place.end && areEqual(items.projection(place), bytes))
      return { is: 'published', number, fresh: [] };
    if (number <= place.end) return { is: 'refused', why: 'oldNumber', number: place.end };
    items.removeProjection(place);
    const item = items.add(place, 'projection', { id: new Uint8Array(), bytes }, number);
    keep(place, today);
    return { is: 'published', number, fresh: [item] };
  };

  const end = ({ channelId, today }: Of<'end'>): Outcome => {
    const place = places.find(channelId);
    const isNew = place !== null || places.goneWhy(channelId) !== 'ended';
    if (place !== null) places.remove(place);
    if (isNew) places.bury(channelId, 'ended', today);
    return { is: 'ended', isNew };
  };

  const touch = ({ channelId, today }: Of<'touch'>): Outcome => {
    const place = places.find(channelId);
    if (place !== null && place.usedOn < today) keep(place, today);
    return { is: 'touched' };
  };

  return (write) => {
    switch (write.is) {
      case 'open':
        return open(write);
      case 'append':
        return append(write);
      case 'snapshot':
        return snapshot(write);
      case 'publish':
        return publish(write);
      case 'end':
        return end(write);
      case 'touch':
        return touch(write);
    }
  };
};
