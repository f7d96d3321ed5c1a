/** A profile that an older program left is opened, and killed while the database is made the newer one. */
import { layRows, readRows, versionOf } from '../deviceRows.ts';
import { Broken, expectWorld } from '../expected.ts';
import { asOlder, newestDatabase, olderVersions } from '../world.ts';
import { type Death, type Scene, within } from './moment.ts';

export const killMigration = async (scene: Scene): Promise<Death> => {
  const { device, world } = scene;
  const { chance } = device;
  const version = olderVersions[chance.below(olderVersions.length)] ?? 1;
  const older = asOlder(world.rows, version);
  const aside = await device.goAside();
  await layRows(aside, older);
  scene.expected = expectWorld(world.all);
  scene.compacted.clear();
  await device.dieDuring(async (page) => {
    await page.open(`${device.url}/`);
    await page.waitFor('heading', 'Låst');
  }, 100 + within(scene, 900));
  let isDone = false;
  const { meeting } = world;
  return {
    moment: 'migration',
    get acknowledged() {
      return isDone;
    },
    way: `/sip/${meeting.caseId}/plan`,
    lookAside: async (page) => {
      const left = await versionOf(page);
      if (left !== older.version && left !== newestDatabase)
        throw new Broken(`The database has version ${left}.`);
      isDone = left === newestDatabase;
      const rows = await readRows(page);
      for (const { name, rows: before } of older.stores) {
        const after = rows?.stores.find((store) => store.name === name)?.rows;
        if (JSON.stringify(after) !== JSON.stringify(before))
          throw new Broken(`The rows of ${name} are not what they were.`);
      }
    },
    look: async (page) => {
      await page.waitForText(meeting.words[0] ?? '');
    },
  };
};
