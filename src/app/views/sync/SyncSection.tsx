/** **Inställningar → Synkning**: how it goes, what waits since when and why, and **Försök igen**. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CaseSyncState, SyncState } from '../../../cases/sync/syncState.ts';
import type { Translate } from '../../../i18n/keys.ts';
import { useT } from '../../../i18n/useT.ts';
import type { Instant } from '../../../shared/deps.ts';
import type { SyncInfoAnswer } from '../../../sync/fetchSyncInfo.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Collapsible } from '../../../ui/Collapsible/Collapsible.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { ServerAccess } from './ServerAccess.tsx';

export interface SyncSectionProps {
  readonly sync: SyncState;
  readonly server: SyncInfoAnswer | null;
  readonly retry: () => void;
  readonly keepCredential: (text: string) => Promise<boolean>;
  readonly signedInUntil?: Instant | null;
  readonly cameBack?: string | null;
  readonly beforeLeaving: () => Promise<boolean>;
  /** Names of cases, read when somebody asks which ones wait. */
  readonly nameCases: () => Promise<ReadonlyMap<string, string>>;
  /** A share of some plan has to end, and nobody has been reached yet. */
  readonly endWaits?: boolean;
}

/** Waits, or has something to say. */
interface Row {
  readonly caseId: string;
  readonly state: CaseSyncState;
}

export function SyncSection({
  sync,
  server,
  retry,
  keepCredential,
  signedInUntil = null,
  cameBack = null,
  beforeLeaving,
  nameCases,
  endWaits = false,
}: SyncSectionProps): JSX.Element {
  const t = useT();
  const [retried, setRetried] = useState(false);
  const rows = [...sync.cases]
    .map(([caseId, state]) => ({ caseId, state }))
    .filter(
      ({ state }) =>
        state.waits > 0 || state.trouble !== null || state.isComing || state.isSplit === true,
    );
  const waiting = rows.filter(({ state }) => state.waits > 0);
  const oldest = Math.min(...waiting.flatMap(({ state }) => state.since ?? []));
  return (
    <section class="section" aria-label={t('sync:state.title')}>
      <h2>{t('sync:state.title')}</h2>
      <p>{t('sync:state.lead')}</p>
      {sync.removedHere && <Notice kind="attention">{t('sync:state.removed')}</Notice>}
      {sync.isDisputed && <Notice kind="attention">{t('sync:state.disputed')}</Notice>}
      {sync.isSkewed && sync.skewMs !== null && (
        <Notice kind="attention">
          {t('sync:state.skew', { count: Math.round(Math.abs(sync.skewMs) / 60_000) })}
        </Notice>
      )}
      <Endings endings={sync.endings} endWaits={endWaits} />
      <p role="status">{stateWords(t, sync, server, waiting.length > 0)}</p>
      {sync.phase !== 'off' && sync.phase !== 'elsewhere' && (
        <>
          <p>
            {waiting.length === 0
              ? t('sync:state.nothingWaits')
              : t('sync:state.waits', { count: waiting.length })}{' '}
            {Number.isFinite(oldest) &&
              t('sync:state.waitsSince', { when: t.formats.dateTime(oldest) })}
          </p>
          {rows.length > 0 && (
            <Collapsible summary={t('sync:state.which')}>
              <WaitingRows rows={rows} nameCases={nameCases} />
            </Collapsible>
          )}
          {(sync.phase !== 'live' || rows.length > 0) && (
            <div class="button-row">
              <Button
                onClick={() => {
                  setRetried(true);
                  retry();
                }}
              >
                {t('sync:state.retry')}
              </Button>
              <span role="status" class="soft">
                {retried ? t('sync:state.retrying') : ''}
              </span>
            </div>
          )}
        </>
      )}
      {server?.kind === 'server' && server.info.open !== 'open' && (
        <ServerAccess
          open={server.info.open}
          signedInUntil={signedInUntil}
          cameBack={cameBack}
          beforeLeaving={beforeLeaving}
          keep={keepCredential}
        />
      )}
    </section>
  );
}

/** What was ended or removed here, and is not gone from the server yet. */
function Endings({
  endings,
  endWaits,
}: Pick<SyncState, 'endings'> & { readonly endWaits: boolean }): JSX.Element | null {
  const t = useT();
  const shares = endWaits ? t('share:waiting.home') : '';
  const said = [
    endings.share > 0 ? t('sync:state.sharesEnding', { count: endings.share }) : shares,
    endings.case > 0 ? t('sync:state.casesEnding', { count: endings.case }) : '',
  ].filter((words) => words !== '');
  return said.length === 0 ? null : (
    <Notice kind="attention" live>
      {said.join(' ')}
    </Notice>
  );
}

const stateWords = (
  t: Translate,
  { phase, nextTryAt }: SyncState,
  server: SyncInfoAnswer | null,
  waits: boolean,
): string => {
  if (phase === 'off') {
    if (server?.kind === 'none') return t('sync:state.noServer');
    return t('sync:state.off');
  }
  if (phase === 'live' && waits) return t('sync:state.liveWaits');
  if (phase === 'backingOff' && nextTryAt !== null) {
    return t('sync:state.backingOffUntil', { time: t.formats.time(nextTryAt) });
  }
  return t(`sync:state.${phase}`);
};

/** Names stand here only when somebody has asked to see them: another may sit beside (field.md 2). */
function WaitingRows({
  rows,
  nameCases,
}: {
  readonly rows: readonly Row[];
  readonly nameCases: SyncSectionProps['nameCases'];
}): JSX.Element {
  const t = useT();
  const [names, setNames] = useState<ReadonlyMap<string, string> | null>(null);
  if (names === null) void nameCases().then(setNames);
  return (
    <RuledList label={t('sync:state.title')}>
      {rows.map(({ caseId, state }) => (
        <RuledRow key={caseId} second={rowWords(t, state)}>
          {names?.get(caseId) || t('home:list.nameless')}
        </RuledRow>
      ))}
    </RuledList>
  );
}

const rowWords = (
  t: Translate,
  { waits, since, trouble, isComing, isSplit }: CaseSyncState,
): string =>
  [
    isSplit === true ? t('sync:case.split') : '',
    isComing ? t('sync:state.rowComing') : '',
    waits > 0 && since !== null
      ? t('sync:state.row', { count: waits, when: t.formats.dateTime(since) })
      : '',
    trouble === null ? '' : t(`sync:trouble.${trouble}`),
  ]
    .filter((words) => words !== '')
    .join(' ');
