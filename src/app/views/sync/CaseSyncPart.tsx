/** What syncing has to say on the first page of a case: how far it is, what came too late, and **Bjud in en kollega**. */
import type { JSX } from 'preact';
import { useLocation } from 'wouter';
import type { OpenCase } from '../../../cases/openCase.ts';
import type { SyncState } from '../../../cases/sync/syncState.ts';
import type { Translate } from '../../../i18n/keys.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { useSession, useSessionState } from '../../SessionContext.ts';
import { useIsInvited, useMayInvite } from '../../useMayInvite.ts';
import { useSyncState } from '../../useSync.ts';
import { InviteWriter } from './InviteWriter.tsx';
import { LateRecords } from './LateRecords.tsx';
import { syncWord } from './syncWord.ts';
import { UnsettledFields } from './UnsettledFields.tsx';
import { Writers } from './Writers.tsx';

const deeds = () => import('../../sync/pairDeeds.ts').catch(() => null);

export function CaseSyncPart({ opened }: { readonly opened: OpenCase }): JSX.Element {
  const t = useT();
  const session = useSession();
  const { vault, organisation } = useSessionState();
  const state = useSyncState();
  const { caseId } = opened;
  const [, go] = useLocation();
  const isInvited = useIsInvited(caseId);
  const mayInvite = useMayInvite(caseId);
  // Taken out, the case is synced no more; in another window nothing is known of it here.
  const isReached = state.phase === 'elsewhere' || state.cases.has(caseId);
  const words = lineWords(t, state, caseId);
  const isOwn = new Set(state.devices.map(({ member }) => member));
  return (
    <>
      {isInvited === true && isReached && (
        <Notice kind="info" title={t('sync:case.invited')}>
          {t('sync:case.invitedLine')}
        </Notice>
      )}
      {isInvited === true && !isReached && state.phase === 'live' && (
        <Notice kind="attention" title={t('sync:case.uninvited')}>
          {t('sync:case.uninvitedLine')}
        </Notice>
      )}
      {state.cases.get(caseId)?.isSplit === true && (
        <Notice kind="attention">{t('sync:case.split')}</Notice>
      )}
      <UnsettledFields />
      {vault !== null && <LateRecords vault={vault} opened={opened} />}
      {words !== null && (
        <div class="button-row">
          <p class="soft" role="status">
            {words}
          </p>
          {syncWord(state, caseId) === 'notSynced' && (
            <Button kind="quiet" onClick={session.sync.retry}>
              {t('sync:state.retry')}
            </Button>
          )}
        </div>
      )}
      {isInvited === false && (
        <Writers
          writers={(state.writers.get(caseId) ?? []).filter(({ member }) => !isOwn.has(member))}
          facts={opened.workspace().state.log.map(({ fact }) => fact)}
          remove={async (member) => {
            const removed = await (await deeds())?.removeWriterHere(session, opened, member);
            if (removed === true) go('/');
            return removed === true;
          }}
        />
      )}
      {mayInvite && (
        <InviteWriter
          organisation={organisation.name}
          give={async () => (await deeds())?.giveCase(session, opened) ?? null}
        />
      )}
    </>
  );
}

const lineWords = (t: Translate, state: SyncState, caseId: string): string | null => {
  const word = syncWord(state, caseId);
  const found = state.cases.get(caseId);
  // **Synkat** stands at the top, beside **Sparat här**.
  if (word === null || word === 'synced' || found === undefined) return null;
  if (word === 'notSynced' && found.trouble !== null && found.trouble !== 'offline') {
    return t('sync:case.line.trouble', { why: t(`sync:trouble.${found.trouble}`) });
  }
  if (word === 'noInternet') return t('sync:case.line.noInternet');
  return found.since === null
    ? t('sync:words.notSynced')
    : t('sync:case.line.notSynced', { when: t.formats.dateTime(found.since) });
};
