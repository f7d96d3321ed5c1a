/** Many records become one: a moment after a long plan was opened and left in peace. */
import { quietBeforeCompactingMs } from '../../../src/cases/quietCompacting.ts';
import { Broken } from '../expected.ts';
import { unlockFast } from '../killedDevice.ts';
import type { Death, Scene } from './moment.ts';

const field = 'Vad är viktigt för dig?';

export const killSnapshot = async (scene: Scene): Promise<Death> => {
  const { device, world, expected, compacted } = scene;
  const plan = world.long.find(({ caseId }) => expected.has(caseId) && !compacted.has(caseId));
  if (plan === undefined) throw new Error('There is no long plan.');
  const way = `/sip/${plan.caseId}/forbered`;
  const page = await device.goTo(way);
  await unlockFast(page);
  await page.waitFor('heading', 'Förbered');
  await device.dieDuring(
    async () => undefined,
    quietBeforeCompactingMs - 400 + device.chance.below(900),
  );
  return {
    moment: 'snapshot',
    acknowledged: false,
    way,
    look: async (opened, found) => {
      await opened.waitFor('heading', 'Förbered');
      if ((found.get(plan.caseId)?.records ?? 0) < 100) compacted.add(plan.caseId);
      const value = await opened.value(field);
      if (value !== plan.words[0]) throw new Broken(`${plan.name} reads: ${value}`);
    },
  };
};
