/** What a backup keeps of who may take a case over, and what the log of a restored case says. */
import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/result.ts';
import { unwrap } from '../../vault/testing.ts';
import { chooseStandIn } from '../standIn.ts';
import { takeOverCase } from '../takeOverCase.ts';
import { createBackup } from './createBackup.ts';
import { openBackup } from './openBackup.ts';
import { restoreBackup } from './restoreBackup.ts';
import { createBackupDevice, filePassword } from './testBackup.ts';

const moved = async () => {
  const old = await createBackupDevice();
  const { session: karin } = await old.addVault('K');
  const { session: per } = await old.addVault('P');
  const opened = await old.addCase(karin, 'Lars');
  const to = { vaultId: per.vaultId, shortName: 'P', label: 'Lasse' };
  expect(await chooseStandIn(karin, opened, to)).toEqual(ok(undefined));
  await opened.close();
  const { file } = unwrap(await createBackup(old.deps, old.store, filePassword));
  const fresh = await createBackupDevice();
  const backup = unwrap(await openBackup(fresh.deps, file, filePassword));
  unwrap(await restoreBackup(fresh.store, backup, null));
  return { fresh, caseId: opened.caseId, karin: karin.vaultId, per: per.vaultId };
};

describe('on an empty device after a restore', () => {
  it('the stand-in can still take over, and has nothing before', async () => {
    const { fresh, caseId, karin, per } = await moved();
    const theirs = await fresh.unlock(per);
    expect(await theirs.listCases()).toEqual(ok([]));
    expect(await theirs.standingInFor()).toEqual(ok([{ caseId, from: karin, label: 'Lasse' }]));
    const offered = { caseId, from: karin, shortName: 'K' };
    const why = { reason: 'longer', note: '' } as const;
    expect(await takeOverCase(fresh.caseDeps, theirs, offered, why)).toEqual(ok(undefined));
    expect(await fresh.read(theirs, caseId)).toMatchObject({ name: 'Lars', gaps: 0, setAside: 0 });
  });

  it('the log says once that the case came back, at its first opening', async () => {
    const { fresh, caseId, karin } = await moved();
    const owner = await fresh.unlock(karin);
    for (const _time of [1, 2]) {
      const opened = await fresh.open(owner, caseId);
      await opened.workspace().flush();
      const types = opened.workspace().state.log.map(({ fact }) => fact.type);
      expect(types.filter((type) => type === 'case.restored')).toHaveLength(1);
      await opened.close();
    }
  });
});
