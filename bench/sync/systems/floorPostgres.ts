/**
 * The unchecked floor on PostgreSQL: as on SQLite, one INSERT a group, with synchronous commit. Any number of processes:
 * a channel's counter is a row, as it must be where several write to one channel.
 */
import pg from 'pg';
import { startFloor } from './floorServer.ts';

const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
await client.connect();
await client.query(
  `CREATE TABLE IF NOT EXISTS floor_channels (name bytea PRIMARY KEY, last bigint NOT NULL);
   CREATE TABLE IF NOT EXISTS floor_records (channel bytea, cursor bigint, bytes bytea NOT NULL,
     PRIMARY KEY (channel, cursor))`,
);

/** Counters go up in the order of their names, so that two processes never wait for each other in a circle. */
const insert = {
  name: 'floor',
  text: `WITH given AS (
      SELECT * FROM unnest($1::bytea[], $2::int[], $3::bytea[]) AS g (name, place, bytes)
    ), counts AS (
      SELECT name, count(*) AS n FROM given GROUP BY name ORDER BY name
    ), ends AS (
      INSERT INTO floor_channels AS c (name, last) SELECT name, n FROM counts
      ON CONFLICT (name) DO UPDATE SET last = c.last + excluded.last RETURNING name, last
    ), kept AS (
      INSERT INTO floor_records (channel, cursor, bytes)
      SELECT g.name, e.last - c.n + g.place, g.bytes
      FROM given g JOIN ends e USING (name) JOIN counts c USING (name)
    )
    SELECT e.name, e.last - c.n AS first FROM ends e JOIN counts c USING (name)`,
};

startFloor(async (frames) => {
  const names: Buffer[] = [];
  const places: number[] = [];
  const bytes: Buffer[] = [];
  const counts = new Map<string, number>();
  const last = frames.map(({ channel, records }) => {
    const name = Buffer.from(channel, 'latin1');
    let place = counts.get(channel) ?? 0;
    for (const record of records) {
      place += 1;
      names.push(name);
      places.push(place);
      bytes.push(record);
    }
    counts.set(channel, place);
    return place;
  });
  const { rows } = await client.query<{ name: Buffer; first: string }>({
    ...insert,
    values: [names, places, bytes],
  });
  const firsts = new Map(rows.map(({ name, first }) => [name.toString('latin1'), Number(first)]));
  return frames.map(({ channel }, index) => (firsts.get(channel) ?? 0) + (last[index] ?? 0));
});
