/** **Inställningar → Lägg till en platta eller dator**: what this one is called, the others, and the way to one more. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Giving } from '../../../cases/pairing/giveAccess.ts';
import type { DeviceSeen } from '../../../cases/sync/syncState.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { GiveSteps } from './GiveSteps.tsx';
import './sync.css';

export interface DevicesSectionProps {
  readonly deviceName: string;
  readonly devices: readonly DeviceSeen[];
  /** Null while nobody knows whether there is a server to meet at. */
  readonly hasServer: boolean | null;
  readonly give: () => Promise<Giving | null>;
  readonly rename: (name: string) => Promise<boolean>;
  readonly remove: (member: string) => Promise<boolean>;
}

export function DevicesSection(props: DevicesSectionProps): JSX.Element {
  const t = useT();
  const { devices, hasServer } = props;
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<DeviceSeen | null>(null);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ readonly words: string; readonly failed: boolean } | null>(
    null,
  );

  const remove = async (device: DeviceSeen): Promise<void> => {
    setBusy(true);
    const removed = await props.remove(device.member);
    setBusy(false);
    setRemoving(null);
    setTold({
      words: removed
        ? t('sync:devices.removed', { name: device.name })
        : t('sync:devices.notRemoved'),
      failed: !removed,
    });
  };

  return (
    <section class="section" aria-label={t('sync:devices.title')}>
      <h2>{t('sync:devices.title')}</h2>
      <p>{t('sync:devices.lead')}</p>
      {hasServer === false && <Notice kind="info">{t('sync:state.noServer')}</Notice>}
      {devices.length > 0 && (
        <>
          <h3 class="sync-subhead">{t('sync:devices.list')}</h3>
          <RuledList label={t('sync:devices.list')}>
            {devices.map((device) => (
              <RuledRow
                key={device.member}
                second={
                  device.isThis
                    ? t('sync:devices.this')
                    : t('sync:devices.seen', { when: t.formats.dateTime(device.seenAt) })
                }
                actions={
                  !device.isThis && (
                    <Button
                      kind="quiet"
                      aria-label={t('sync:devices.removeName', { name: device.name })}
                      onClick={() => setRemoving(device)}
                    >
                      {t('sync:devices.remove')}
                    </Button>
                  )
                }
              >
                {device.name}
              </RuledRow>
            ))}
          </RuledList>
        </>
      )}
      {told !== null &&
        (told.failed ? (
          <Notice kind="error">{told.words}</Notice>
        ) : (
          <p role="status">{told.words}</p>
        ))}
      {hasServer !== false && (
        <div class="button-row">
          <Button onClick={() => setAdding(true)}>{t('sync:devices.add')}</Button>
          {/* One that has met others already is nobody's second any more. */}
          {devices.length < 2 && (
            <Button kind="quiet" href="/ga-med">
              {t('sync:join.second')}
            </Button>
          )}
        </div>
      )}
      {devices.length > 0 && <DeviceName name={props.deviceName} rename={props.rename} />}
      <Dialog
        open={adding}
        title={t('sync:devices.add')}
        onClose={() => setAdding(false)}
        dismissable={false}
      >
        {adding && <GiveSteps start={props.give} who="device" onClose={() => setAdding(false)} />}
      </Dialog>
      <Dialog
        open={removing !== null}
        title={t('sync:devices.removeQuestion', { name: removing?.name ?? '' })}
        onClose={() => setRemoving(null)}
        actions={
          <>
            <Button onClick={() => setRemoving(null)}>{t('sync:devices.keep')}</Button>
            <Button busy={busy} onClick={() => removing !== null && void remove(removing)}>
              {t('sync:devices.remove')}
            </Button>
          </>
        }
      >
        <p>{t('sync:devices.removeKeys', { name: removing?.name ?? '' })}</p>
        <p>{t('sync:devices.removeKept')}</p>
        <p>{t('sync:devices.removeRest')}</p>
        <p>{t('sync:devices.removeLinks')}</p>
      </Dialog>
    </section>
  );
}

function DeviceName({
  name,
  rename,
}: {
  readonly name: string;
  readonly rename: DevicesSectionProps['rename'];
}): JSX.Element {
  const t = useT();
  const [draft, setDraft] = useState(name);
  const [saved, setSaved] = useState<boolean | null>(null);
  useEffect(() => setDraft(name), [name]);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void rename(draft).then(setSaved);
      }}
    >
      <Field
        label={t('sync:devices.name')}
        hint={t('sync:devices.nameHint')}
        value={draft}
        onInput={(value) => {
          setDraft(value);
          setSaved(null);
        }}
        maxLength={60}
        error={saved === false ? t('sync:devices.notSaved') : null}
      />
      <div class="button-row">
        <Button type="submit">{t('sync:devices.save')}</Button>
        <span role="status" class="soft">
          {saved === true ? t('sync:devices.saved') : ''}
        </span>
      </div>
    </form>
  );
}
