import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { LeaderContext, useLeader } from '../../../meeting/views/Leader.ts';
import { layoutOf } from '../../../meeting/views/layout.ts';
import { findRow } from '../../../meeting/views/planRows.ts';
import { useLeaderState } from '../../../meeting/views/useLeaderState.ts';
import { useVisibleSize } from '../../../meeting/views/useVisibleSize.ts';
import { Closing } from '../../../meeting/views/write/Closing.tsx';
import { HolderField } from '../../../meeting/views/write/HolderField.tsx';
import { LineEditor } from '../../../meeting/views/write/LineEditor.tsx';
import { Needs } from '../../../meeting/views/write/Needs.tsx';
import { OtherRows } from '../../../meeting/views/write/OtherRows.tsx';
import { RowList } from '../../../meeting/views/write/RowList.tsx';
import { Situation } from '../../../meeting/views/write/Situation.tsx';
import { useLine } from '../../../meeting/views/write/useLine.ts';
import { WhoIsHere } from '../../../meeting/views/write/WhoIsHere.tsx';
import { anchorId, type PlanAnchor } from '../../../plan/anchors.ts';
import { limits } from '../../../plan/limits.ts';
import type { RowKind } from '../../../plan/model.ts';
import type { ClockDep } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { lazyView } from '../../../ui/lazyView.tsx';
import { TextSpliceField } from '../../../ui/TextSpliceField/TextSpliceField.tsx';
import { PlanAnswers } from './PlanAnswers.tsx';
import '../../../meeting/views/write/WriteFace.css';

const CodedOffers = lazyView(
  () => import('./openCodedOffers.tsx').then((m) => m.openCodedOffers()),
  { as: 'extra' },
);

export interface PlanEditorProps {
  readonly clock: ClockDep['clock'];
  /** A place to go to at once; told when done. */
  readonly goTo: PlanAnchor | null;
  readonly onWent: () => void;
}

/**
 * The plan written in at rest: the same fields as in the meeting (meeting/views/write), all parts of it below each
 * other, so that nothing has to be learnt twice.
 */
export function PlanEditor({ clock, goTo, onWent }: PlanEditorProps): JSX.Element {
  const leader = useLeaderState(clock);
  return (
    <LeaderContext.Provider value={{ ...leader, face: 'skriva', setFace: () => undefined }}>
      <Editor goTo={goTo} onWent={onWent} />
    </LeaderContext.Provider>
  );
}

function Editor({ goTo, onWent }: Omit<PlanEditorProps, 'clock'>): JSX.Element {
  const t = useT();
  const { plan, workspace, setLine, lineField, setStepId } = useLeader();
  const line = useLine();
  const size = useVisibleSize();
  const [, setFocused] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const purpose = workspace.typing({ item: 'plan', field: 'purpose' });

  useEffect(() => {
    if (goTo === null) return;
    const row = goTo.startsWith('row-') ? findRow(plan, goTo.slice(4)) : null;
    if (row !== null) {
      if ('subgoalId' in row) setStepId(row.subgoalId);
      setLine({ id: row.id, kind: row.kind });
      lineField.current?.focus();
    } else {
      const place = document.getElementById(
        anchorId(goTo.startsWith('row-') ? 'interventions' : goTo),
      );
      place?.scrollIntoView({ block: 'start' });
      place?.focus();
    }
    onWent();
  }, [goTo, onWent, plan, setLine, lineField, setStepId]);

  const begin = (kind: RowKind) => {
    setLine({ id: null, kind });
    lineField.current?.focus();
  };

  return (
    <div class="plan-editor write-face" ref={root}>
      <Place anchor="participants" heading={t('plan:view.people')}>
        <WhoIsHere />
      </Place>
      <Place anchor="important" heading={t('plan:view.situation')}>
        <Situation />
        <TextSpliceField
          label={t('plan:view.purpose')}
          multiline
          rows={2}
          value={purpose.value}
          onSplice={purpose.splice}
          maxLength={limits.longText}
          onBlur={() => void workspace.flush()}
        />
      </Place>
      <Place anchor="longTermGoals" heading={t('plan:view.longTerm')}>
        <Rows kind="longTermGoal" rows={plan.longTermGoals} onAdd={begin} />
        <Rows kind="value" rows={plan.values} onAdd={begin} />
        <Rows kind="resource" rows={plan.resources} onAdd={begin} />
      </Place>
      <Place anchor="interventions" heading={t('plan:view.needs')}>
        <Needs />
        <Button kind="quiet" iconStart="plus" onClick={() => begin('subgoal')}>
          {t('plan:view.add.subgoal')}
        </Button>
      </Place>
      <Place anchor="lead" heading={t('plan:view.lead')}>
        <HolderField />
      </Place>
      <Place anchor="answers" heading={t('plan:view.answers')}>
        <PlanAnswers />
      </Place>
      <Place anchor="nextMeeting" heading={t('plan:view.next')}>
        <Closing />
      </Place>
      <OtherRows />
      <div class="plan-editor__line">
        {line.kind === 'intervention' && <CodedOffers line={line} />}
        <LineEditor
          line={line}
          layout={layoutOf(size, line.isOpen)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
      </div>
    </div>
  );
}

interface PlaceProps {
  readonly anchor: PlanAnchor;
  readonly heading: string;
  readonly children: ComponentChildren;
}

function Place({ anchor, heading, children }: PlaceProps): JSX.Element {
  return (
    <section class="plan-editor__place">
      <h2 class="plan-editor__heading" id={anchorId(anchor)} tabIndex={-1}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

interface RowsProps {
  readonly kind: 'longTermGoal' | 'value' | 'resource';
  readonly rows: Parameters<typeof RowList>[0]['rows'];
  readonly onAdd: (kind: RowKind) => void;
}

function Rows({ kind, rows, onAdd }: RowsProps): JSX.Element {
  const t = useT();
  return (
    <>
      <RowList rows={rows} label={t(`plan:view.rows.${kind}`)} />
      <Button kind="quiet" iconStart="plus" onClick={() => onAdd(kind)}>
        {t(`plan:view.add.${kind}`)}
      </Button>
    </>
  );
}
