/**
 * **Gå med**: the code that the other device shows, a word to compare there, and what is fetched. The same way for one's own
 * second device and for a colleague's meeting: the code says which it is.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Joining, JoiningState } from '../../../cases/pairing/joinDevice.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import type { CameraPort } from '../../../ui/QrReader/camera.ts';
import { QrReader } from '../../../ui/QrReader/QrReader.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import type { PairingCodeError } from '../../../vault/pairingCode.ts';
import type { Fetched } from '../../sync/pairDeeds.ts';
import { CheckWord } from './CheckWord.tsx';
import { FetchSteps } from './FetchSteps.tsx';
import { StopWords } from './StopWords.tsx';
import { usePairing } from './usePairing.ts';
import '../views.css';
import './sync.css';

export interface JoinViewProps {
  /** Null: what is needed for it could not be loaded. */
  readonly join: (typed: string) => Promise<Joining | PairingCodeError | null>;
  readonly fetched: () => Promise<Fetched | null>;
  /** There is no server to meet at; null while nobody knows. */
  readonly hasServer: boolean | null;
  readonly camera?: CameraPort | undefined;
}

export function JoinView({ join, fetched, hasServer, camera }: JoinViewProps): JSX.Element {
  const t = useT();
  const [joining, setJoining] = useState<Joining | null>(null);
  const state = usePairing(joining);
  const isOpen = state === null || state.is === 'stopped';
  return (
    <PageFrame
      title={t('sync:join.title')}
      top={<TopBar back={{ label: t('home:list.title'), href: '/' }} />}
      lead={isOpen ? t('sync:join.lead') : undefined}
    >
      {state?.is === 'stopped' && state.why !== 'cancelled' && (
        <StopWords
          why={state.why}
          organisation={state.organisation}
          again={t('sync:join.again')}
          onAgain={() => setJoining(null)}
        />
      )}
      {state?.is === 'stopped' && state.why === 'noOrganisation' && (
        <Button href="/installningar">{t('sync:case.toSettings')}</Button>
      )}
      {(state === null || (state.is === 'stopped' && state.why === 'cancelled')) &&
        (hasServer === false ? (
          <Notice kind="info">{t('sync:state.noServer')}</Notice>
        ) : (
          <CodeForm join={join} onJoining={setJoining} camera={camera} />
        ))}
      {state !== null && state.is !== 'stopped' && (
        <UnderWay
          state={state}
          fetched={fetched}
          onSame={() => joining?.confirm()}
          onCancel={() => joining?.cancel()}
        />
      )}
    </PageFrame>
  );
}

interface CodeFormProps extends Pick<JoinViewProps, 'join' | 'camera'> {
  readonly onJoining: (joining: Joining) => void;
}

function CodeForm({ join, camera, onJoining }: CodeFormProps): JSX.Element {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const go = async (text: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setWrong(null);
    const answer = await join(text);
    setBusy(false);
    if (answer === null) setWrong(t('sync:stop.notKept'));
    else if ('kind' in answer) setWrong(wrongWords(answer));
    else onJoining(answer);
  };
  const wrongWords = (error: PairingCodeError): string => {
    switch (error.kind) {
      case 'wrongLength':
        return t('sync:join.wrong.wrongLength', { characters: error.characters });
      case 'wrongCharacter':
        return t('sync:join.wrong.wrongCharacter', { at: error.at + 1 });
      default:
        return t(`sync:join.wrong.${error.kind}`);
    }
  };

  return (
    <>
      <p class="soft">{t('sync:join.leadWhere')}</p>
      <QrReader onRead={(text) => void go(text)} camera={camera} />
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void go(typed);
        }}
      >
        <Field
          label={t('sync:join.code')}
          hint={t('sync:join.codeHint')}
          value={typed}
          onInput={(value) => {
            setTyped(value);
            setWrong(null);
          }}
          error={wrong}
          maxLength={80}
        />
        <Button kind="filled" type="submit" busy={busy}>
          {t('sync:join.go')}
        </Button>
      </form>
    </>
  );
}

interface UnderWayProps extends Pick<JoinViewProps, 'fetched'> {
  readonly state: Exclude<JoiningState, { readonly is: 'stopped' }>;
  readonly onSame: () => void;
  readonly onCancel: () => void;
}

function UnderWay({ state, fetched, onSame, onCancel }: UnderWayProps): JSX.Element {
  const t = useT();
  if (state.is === 'done') {
    return <FetchSteps fetched={fetched} caseId={state.use === 'writers' ? state.caseId : null} />;
  }
  if (state.is === 'comparing') {
    const { name, use, check } = state;
    return (
      <div class="pairing">
        <h2>{t('sync:join.compare')}</h2>
        <p>{t(`sync:join.as.${use}`, { name })}</p>
        <p>{t('sync:join.compareLine')}</p>
        <CheckWord check={check} />
        <div class="button-row">
          <Button kind="filled" onClick={onSame}>
            {t('sync:give.same')}
          </Button>
          <Button onClick={onCancel}>{t('sync:give.other')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div class="pairing">
      <p role="status">{t(state.is === 'reaching' ? 'sync:join.reaching' : 'sync:join.waiting')}</p>
      <Button onClick={onCancel}>{t('sync:join.cancel')}</Button>
    </div>
  );
}
