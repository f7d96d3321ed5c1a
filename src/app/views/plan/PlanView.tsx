/**
 * `/sip/:id/plan`: the plan as a document with the law's four items beside it; written in, made ready, printed,
 * copied as text; versions read, compared and printed for ever.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSearch } from 'wouter';
import { PlanDocument } from '../../../handover/PlanDocument.tsx';
import { planPaper } from '../../../handover/planPaper.ts';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { SaveWords } from '../../../meeting/views/SaveWords.tsx';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { PlanAnchor } from '../../../plan/anchors.ts';
import { type SoundVersion, soundVersions } from '../../../plan/versions.ts';
import type { ClockDep } from '../../../shared/deps.ts';
import type { Fact } from '../../../shared/fact.ts';
import type { Result } from '../../../shared/result.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { Tabs2 } from '../../../ui/Tabs2/Tabs2.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import { CompareView } from './CompareView.tsx';
import { CopyTextDialog } from './CopyTextDialog.tsx';
import { PlanEditor } from './PlanEditor.tsx';
import { PlanSide } from './PlanSide.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { ReadyDialog } from './ReadyDialog.tsx';
import './plan.css';

export interface PlanViewProps {
  readonly clock: ClockDep['clock'];
  /** **Verksamhet som ansvarar**; empty when it is not written. */
  readonly organisation: string;
  /** **Gör planen klar**: writes what is being typed and makes the version. */
  readonly onFreeze: () => Promise<Result<Fact, { readonly kind: string }>>;
}

/** What stands in the sheet. */
export type PlanShown =
  | { readonly kind: 'draft' }
  | { readonly kind: 'version'; readonly id: string }
  | { readonly kind: 'compare'; readonly before: string };

type Ask = 'ready' | 'print' | 'text';

export function PlanView({ clock, organisation, onFreeze }: PlanViewProps): JSX.Element {
  const t = useT();
  const workspace = useWorkspace();
  const asked = new URLSearchParams(useSearch()).get('version');
  const [shown, setShown] = useState<PlanShown>(
    asked === null ? { kind: 'draft' } : { kind: 'version', id: asked },
  );
  const [face, setFace] = useState<'read' | 'write'>('read');
  const [ask, setAsk] = useState<Ask | null>(null);
  const [goTo, setGoTo] = useState<PlanAnchor | null>(null);
  const { state } = workspace;
  const { plan } = state;
  const name = individualName(plan) || t('home:list.nameless');
  const versions = soundVersions(state.versions);
  const version = shown.kind === 'version' ? versions.find(({ id }) => id === shown.id) : undefined;
  const present: PlanShown =
    shown.kind === 'version' && version === undefined ? { kind: 'draft' } : shown;
  const show = (next: PlanShown) => {
    setShown(next);
    setFace('read');
  };

  return (
    <PageFrame
      title={t('plan:view.title')}
      hideTitle
      class="plan-view"
      top={
        <TopBar back={{ label: name, href: `/sip/${state.caseId}` }} status={<SaveWords />}>
          {workspace.canUndo && (
            <Button kind="quiet" onClick={() => void workspace.undo()}>
              {t('common:action.undo')}
            </Button>
          )}
          {workspace.canRedo && (
            <Button kind="quiet" onClick={() => void workspace.redo()}>
              {t('common:action.redo')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setAsk('text')}>
            {t('plan:view.copyText')}
          </Button>
          <Button
            kind="quiet"
            href={`/sip/${state.caseId}/lattlast${version === undefined ? '' : `?version=${version.id}`}`}
          >
            {t('plan:view.easy')}
          </Button>
          <Button kind="quiet" onClick={() => setAsk('print')}>
            {t('common:action.print')}
          </Button>
        </TopBar>
      }
      left={
        <PlanSide
          shown={present}
          onShow={show}
          onReady={() => setAsk('ready')}
          onMend={(anchor) => {
            show({ kind: 'draft' });
            setFace('write');
            setGoTo(anchor);
          }}
        />
      }
    >
      {plan.readOnly && <Notice kind="info">{t('plan:view.readOnly')}</Notice>}
      {plan.setAside > 0 && (
        <Notice kind="attention">{t('plan:view.setAside', { count: plan.setAside })}</Notice>
      )}
      {present.kind === 'draft' && !plan.readOnly && (
        <Tabs2
          label={t('plan:view.faces')}
          tabs={[
            { value: 'read', label: t('plan:view.read') },
            { value: 'write', label: t('plan:view.write') },
          ]}
          value={face}
          onChange={setFace}
          controls="plan-sheet"
        />
      )}
      <div class="plan-view__sheet" id="plan-sheet">
        <Sheet
          shown={present}
          version={version}
          face={face}
          clock={clock}
          goTo={goTo}
          onWent={() => setGoTo(null)}
        />
      </div>
      <ReadyDialog
        open={ask === 'ready'}
        onClose={() => setAsk(null)}
        onFreeze={onFreeze}
        onReady={(id) => {
          setAsk(null);
          show({ kind: 'version', id });
        }}
      />
      <PrintDialog
        open={ask === 'print'}
        clock={clock}
        organisation={organisation}
        version={version ?? null}
        onClose={() => setAsk(null)}
      />
      <CopyTextDialog
        open={ask === 'text'}
        clock={clock}
        organisation={organisation}
        version={version ?? null}
        onClose={() => setAsk(null)}
      />
    </PageFrame>
  );
}

interface SheetProps {
  readonly shown: PlanShown;
  readonly version: SoundVersion | undefined;
  readonly face: 'read' | 'write';
  readonly clock: ClockDep['clock'];
  readonly goTo: PlanAnchor | null;
  readonly onWent: () => void;
}

function Sheet({ shown, version, face, clock, goTo, onWent }: SheetProps): JSX.Element {
  const { state } = useWorkspace();
  if (shown.kind === 'compare') return <CompareView before={shown.before} />;
  if (version !== undefined) {
    const { n, at, by, hash } = version;
    return (
      <PlanDocument
        form="screen"
        paper={planPaper(version.plan)}
        head={{ kind: 'version', number: n, at, by: by.name, hash }}
      />
    );
  }
  return face === 'write' ? (
    <PlanEditor clock={clock} goTo={goTo} onWent={onWent} />
  ) : (
    <PlanDocument
      form="screen"
      paper={planPaper(state.plan)}
      head={{ kind: 'draft', at: clock.now() }}
    />
  );
}
