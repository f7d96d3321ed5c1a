/** Where a server takes only those it knows: the code of an invitation, or **Logga in**. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { base32ToBytes } from '../../../shared/base32.ts';
import type { Instant } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import './sync.css';

/** Of the code that the server's command line makes. */
const inviteBytes = 16;

export interface ServerAccessProps {
  readonly open: 'invite' | 'oidc';
  /** Until when somebody is signed in; null: nobody is. */
  readonly signedInUntil: Instant | null;
  /** What came of a sign-in, when one has just come back from it. */
  readonly cameBack: string | null;
  /** Before the page is left to sign in: saves what is written. False: the server cannot be reached now. */
  readonly beforeLeaving: () => Promise<boolean>;
  readonly keep: (text: string) => Promise<boolean>;
}

/** The server's own way, not a view: it goes to where the organisation signs in, and comes back here. */
const signInWay = '/auth/start?back=/installningar';

export function ServerAccess({
  open,
  signedInUntil,
  cameBack,
  beforeLeaving,
  keep,
}: ServerAccessProps): JSX.Element {
  const t = useT();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  const [unreached, setUnreached] = useState(false);

  if (open === 'oidc') {
    // With the account that did not do, the provider would send them straight back.
    const way = cameBack === 'denied' ? `${signInWay}&anew=yes` : signInWay;
    return (
      <>
        <p>{t('sync:server.oidcLine')}</p>
        {signedInUntil === null && (cameBack === 'denied' || cameBack === 'failed') && (
          <Notice kind="error">{t(`sync:server.${cameBack}`)}</Notice>
        )}
        <p role="status">
          {signedInUntil !== null &&
            t('sync:server.signedIn', { until: t.formats.dateTime(signedInUntil) })}
        </p>
        {unreached && <Notice kind="error">{t('sync:stop.offline')}</Notice>}
        <p class="soft">{t('sync:server.leave')}</p>
        <a
          class="button button--outlined"
          href={way}
          onClick={(event) => {
            event.preventDefault();
            void beforeLeaving().then((may) => {
              setUnreached(!may);
              if (may) location.assign(way);
            });
          }}
        >
          <span class="button__words">{t('sync:server.signIn')}</span>
        </a>
      </>
    );
  }
  const submit = async (): Promise<void> => {
    const text = code.trim();
    if (text === '') return setError(t('sync:server.codeMissing'));
    if (base32ToBytes(text)?.length !== inviteBytes) return setError(t('sync:server.codeWrong'));
    const done = await keep(text);
    setKept(done);
    setError(done ? null : t('sync:server.notKept'));
    if (done) setCode('');
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 class="sync-subhead">{t('sync:server.invite')}</h3>
      <p>{t('sync:server.inviteLine')}</p>
      <Field
        label={t('sync:server.code')}
        value={code}
        onInput={(value) => {
          setCode(value);
          setError(null);
          setKept(false);
        }}
        error={error}
        maxLength={200}
      />
      <div class="button-row">
        <Button type="submit">{t('sync:server.keep')}</Button>
        <span role="status" class="soft">
          {kept ? t('sync:server.kept') : ''}
        </span>
      </div>
    </form>
  );
}
