/** **Efter mötet**: six lines, each done, not done or not needed, with by whom and when (field.md 9). */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { CaseState } from '../../../meeting/workspace.ts';
import { soundVersions } from '../../../plan/versions.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList } from '../../../ui/RuledList/RuledList.tsx';
import { BoundText } from '../case/BoundText.tsx';
import { CasePage } from '../case/CasePage.tsx';
import { AskHowItWas } from '../survey/AskHowItWas.tsx';
import { AfterRow } from './AfterRow.tsx';
import { EnterForm } from './EnterForm.tsx';
import { type FindColleagues, RemoveCase } from './RemoveCase.tsx';
import { RemoveNotes, type RemoveNotesProps } from './RemoveNotes.tsx';
import { SendLine } from './SendLine.tsx';
import './after.css';

export interface AfterViewProps {
  /** Takes the plan away from this device, for good. Words for a person when it could not. */
  readonly onRemove: () => Promise<string | null>;
  readonly findColleagues: FindColleagues;
  /** Left out where nothing is kept: in practice. */
  readonly onRemoveNotes?: RemoveNotesProps['onRemoveNotes'];
  /** **Kopiera planen som text** */
  readonly onCopyText: () => void;
}

/** The newest version, since that is what is given; before there is one, the draft. */
const easyWay = ({ caseId, versions }: CaseState): string => {
  const newest = soundVersions(versions).at(-1);
  return `/sip/${caseId}/lattlast${newest === undefined ? '' : `?version=${newest.id}`}`;
};

export function AfterView({
  onRemove,
  findColleagues,
  onRemoveNotes,
  onCopyText,
}: AfterViewProps): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const name = individualName(state.plan) || t('home:list.nameless');
  const held = state.meeting.current.phase !== 'waiting';
  const ways = [
    ['papper', 'after:give.paper'],
    ['telefon', 'after:give.phone'],
    ['upplast', 'after:give.aloud'],
    ['post', 'after:give.post'],
  ] as const;

  return (
    <CasePage way="efter" title={t('after:title')} lead={t('after:lead')}>
      {!held && <Notice kind="info">{t('after:notYet')}</Notice>}
      {onRemoveNotes !== undefined && <RemoveNotes name={name} onRemoveNotes={onRemoveNotes} />}
      <RuledList label={t('after:title')}>
        <AfterRow line="prata" title={t('after:talk.title', { name })}>
          <p class="soft">{t('after:talk.line', { name })}</p>
          <BoundText
            text={{ item: 'plan', field: 'ownWords' }}
            label={t('after:talk.ownWords', { name })}
            multiline
            rows={2}
          />
        </AfterRow>
        <AfterRow line="klar" title={t('after:read.title')}>
          <p class="soft">{t('after:read.line')}</p>
          <Button href={`/sip/${state.caseId}/plan`}>{t('after:read.go')}</Button>
        </AfterRow>
        <AfterRow
          line="ge"
          title={t('after:give.title', { name })}
          ways={ways.map(([way, key]) => ({ way, label: t(key) }))}
        >
          <p class="soft">{t('after:give.line', { name })}</p>
          <div class="button-row">
            <Button href={`/sip/${state.caseId}/plan`}>{t('after:give.go')}</Button>
            <Button href={easyWay(state)}>{t('after:give.easy')}</Button>
          </div>
        </AfterRow>
        <AfterRow line="skicka" title={t('after:send.title')}>
          <SendLine />
        </AfterRow>
        <AfterRow line="forIn" title={t('after:enter.title')} own>
          <p class="soft">{t('after:enter.line')}</p>
          <EnterForm onCopyText={onCopyText} />
        </AfterRow>
        <AfterRow line="taBort" title={t('after:remove.title')}>
          <RemoveCase
            name={state.plan.name.value ?? name}
            findColleagues={findColleagues}
            onRemove={onRemove}
          />
        </AfterRow>
      </RuledList>
      {held && <AskHowItWas name={name} />}
    </CasePage>
  );
}
