// @vitest-environment happy-dom
/** The ways into the vault in **Inställningar**, on a whole device with a fake authenticator and a fake server. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import type { OrganisationAnswer } from '../../../sync/fetchOrganisation.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { createRecoveryKey } from '../../../vault/answerRecovery.ts';
import { type FakePasskeys, fakePasskeys } from '../../../vault/fakePasskeys.ts';
import { askForVault } from '../../../vault/passkeys.ts';
import { secretOf } from '../../../vault/secret.ts';
import { testVaultDeps, unwrap } from '../../../vault/testing.ts';
import { createOrganisationWork, createPasskeyWork } from '../../lockWork.ts';
import { lockLogOf } from '../../session/lockLog.ts';
import { createTestDevice, type TestDevice, testPassword } from '../../testDevice.ts';
import { vaultDepsOf } from '../../vaultDeps.ts';
import { OrganisationSection } from './OrganisationSection.tsx';
import { PasskeySection } from './PasskeySection.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

let device: TestDevice;
let passkeys: FakePasskeys;
beforeEach(async () => {
  device = await createTestDevice();
  passkeys = fakePasskeys();
});

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

const events = async (): Promise<readonly string[]> => {
  const { vault } = device.session.get();
  return vault === null ? [] : (await lockLogOf(vault)).map(({ what }) => what);
};

const typePassword = (password = testPassword): boolean =>
  fireEvent.input(screen.getByLabelText('Lösenordet nu'), { target: { value: password } });

describe('the passkey', () => {
  const show = (shared = false) =>
    render(<PasskeySection work={createPasskeyWork(device.session, passkeys)} shared={shared} />);

  const toDevice = async (button: string): Promise<void> => {
    fireEvent.click(await screen.findByRole('button', { name: button }));
    fireEvent.click(screen.getByRole('checkbox'));
    typePassword();
    press('Fortsätt');
    fireEvent.click(await screen.findByRole('button', { name: 'Visa för plattan' }));
  };

  const opens = async (): Promise<boolean> => {
    const { session } = device;
    const vaultId = session.get().vault?.vaultId ?? '';
    const asked = await askForVault({ ...vaultDepsOf(session.deps), passkeys }, vaultId);
    return asked.ok && (await asked.value()).ok;
  };

  it('is added, and **Låst** knows of it', async () => {
    const { container } = show();
    await toDevice('Lägg till');
    await screen.findByText('Tillagt. Lösenordet gäller fortfarande.');
    expect(await opens()).toBe(true);
    expect(device.session.get().vaults[0]?.hasPasskey).toBe(true);
    expect(await events()).toEqual(['passkeyAdded']);
    expect(passkeys.labels()).toEqual([expect.stringMatching(/^SIP-mötet \d{4}-\d{2}-\d{2}$/)]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is asked for once more by a press of its own where the device wants that', async () => {
    passkeys.beLate();
    show();
    await toDevice('Lägg till');
    await screen.findByText('Plattan frågar en gång till, för att visa att det går att låsa upp.');
    passkeys.failNext('cancelled');
    press('Visa för plattan');
    await screen.findByText(/^Inget är ändrat\. Det blev avbrutet/);
    press('Visa för plattan');
    await screen.findByText('Tillagt. Lösenordet gäller fortfarande.');
    expect(passkeys.count()).toBe(1);
    expect(await opens()).toBe(true);
  });

  it('that was begun and left is taken off the device', async () => {
    passkeys.beLate();
    show();
    await toDevice('Lägg till');
    await screen.findByText(/^Plattan frågar en gång till/);
    press('Avbryt');
    await waitFor(() => expect(passkeys.count()).toBe(0));
    expect(await opens()).toBe(false);
  });

  it('is not added by one who is not alone with the screen’s code, nor with a wrong password', async () => {
    show(true);
    fireEvent.click(await screen.findByRole('button', { name: 'Lägg till' }));
    expect(screen.getByText(/Ni är flera som använder programmet här/)).toBeTruthy();
    typePassword('fel ord helt och hållet');
    press('Fortsätt');
    await screen.findByText('Kan fler låsa upp plattan? Avbryt då och använd lösenordet.');
    fireEvent.click(screen.getByRole('checkbox'));
    press('Fortsätt');
    await screen.findByText(/^Inget är borta, men lösenordet stämmer inte/);
    expect(passkeys.count()).toBe(0);
  });

  it('is removed after a question', async () => {
    show();
    await toDevice('Lägg till');
    await screen.findByText(/^Tillagt\. /);
    press('Ta bort');
    await screen.findByText(/Sedan öppnar du bara med lösenordet/);
    fireEvent.click(screen.getAllByRole('button', { name: 'Ta bort' }).at(-1) ?? document.body);
    await screen.findByText('Borttaget. Nu öppnar du med lösenordet.');
    expect(await opens()).toBe(false);
    expect(await events()).toEqual(['passkeyRemoved', 'passkeyAdded']);
  });

  it('that the browser cannot make is said in words', async () => {
    const cannot = { ...passkeys, canUse: async () => false };
    render(<PasskeySection work={createPasskeyWork(device.session, cannot)} shared={false} />);
    await screen.findByText('Webbläsaren kan inte låsa upp så här. Använd lösenordet.');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('the organisation’s key', () => {
  let answer: OrganisationAnswer;
  const show = () =>
    render(
      <OrganisationSection work={createOrganisationWork(device.session, async () => answer)} />,
    );
  const keyOf = async (name: string): Promise<OrganisationAnswer> => {
    const made = await createRecoveryKey(testVaultDeps(), secretOf(testPassword));
    return { kind: 'key', organisation: { name, publicKey: unwrap(made).publicKey } };
  };
  const take = async (button: string): Promise<void> => {
    fireEvent.click(await screen.findByRole('button', { name: button }));
    typePassword();
    press(button);
    await screen.findByText('Klart. Nyckeln kan öppna dina planer här.');
  };

  it.each(['none', 'unknown'] as const)(
    'is not spoken of where there is none: %s',
    async (kind) => {
      answer = { kind };
      const work = createOrganisationWork(device.session, async () => answer);
      const { container } = render(<OrganisationSection work={work} />);
      expect(await work.state()).toEqual({ now: null, offered: null, gone: false });
      expect(container.textContent).toBe('');
    },
  );

  it('is offered, taken with the password, and **Låst** knows of it', async () => {
    answer = await keyOf('Åby kommun');
    const { container } = show();
    await screen.findByText('Åby kommun har en nyckel');
    await take('Lägg till organisationens nyckel');
    expect(screen.getByText(/^Åby kommun har en nyckel som också/)).toBeTruthy();
    expect(device.session.get().vaults[0]?.hasRecovery).toBe(true);
    expect(await events()).toEqual(['organisationKey']);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is not taken with a wrong password', async () => {
    answer = await keyOf('Åby kommun');
    show();
    fireEvent.click(
      await screen.findByRole('button', { name: 'Lägg till organisationens nyckel' }),
    );
    typePassword('fel ord helt och hållet');
    press('Lägg till organisationens nyckel');
    await screen.findByText(/^Inget är borta, men lösenordet stämmer inte/);
    expect(device.session.get().vaults[0]?.hasRecovery).toBe(false);
  });

  it('is told when it is replaced, without internet too what is known, and when it is gone', async () => {
    answer = await keyOf('Åby kommun');
    const first = show();
    await take('Lägg till organisationens nyckel');
    first.unmount();
    answer = { kind: 'unknown' };
    const offline = show();
    await screen.findByText('En nyckel hos organisationen kan också öppna dina planer här.');
    offline.unmount();
    answer = await keyOf('Åby kommun');
    const second = show();
    await screen.findByText('Åby kommun har en ny nyckel');
    await take('Byt till den nya nyckeln');
    second.unmount();
    answer = { kind: 'none' };
    show();
    await screen.findByText(/^Organisationen har inte kvar någon nyckel/);
    press('Ta bort den gamla nyckeln');
    await screen.findByText(/^Borttaget\. Organisationens nyckel öppnar inte längre/);
    expect(device.session.get().vaults[0]?.hasRecovery).toBe(false);
    expect(await events()).toEqual(['organisationKeyGone', 'organisationKey', 'organisationKey']);
  });
});
