import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import {
  type AfterLineId,
  type AfterLineInput,
  type AfterLineState,
  answerAfterLine,
} from '../../../meeting/afterMeeting.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';

type Way = NonNullable<AfterLineInput['way']>;

export interface AfterRowProps {
  readonly line: AfterLineId;
  readonly title: string;
  readonly children: ComponentChildren;
  /** In which ways it can be done; choosing one answers the line. */
  readonly ways?: readonly { readonly way: Way; readonly label: string }[];
  /** The children answer **Klart** themselves, since more must be known. */
  readonly own?: boolean;
}

/** One line: what it is, how it stands, and three answers. */
export function AfterRow({ line, title, children, ways, own = false }: AfterRowProps): JSX.Element {
  const t = useT();
  const id = useId();
  const { state, record } = useWorkspace();
  const now = state.after.find((one) => one.line === line);
  const required = line === 'ge';
  const states: readonly AfterLineState[] = [
    ...(own ? [] : (['done'] as const)),
    'notDone',
    ...(required ? [] : (['notNeeded'] as const)),
  ];

  const answer = (next: AfterLineState, way?: Way): void =>
    void record((ctx) =>
      answerAfterLine(ctx, {
        line,
        state: next,
        meetingId: state.meeting.current.id,
        ...(way !== undefined && { way }),
      }),
    );

  return (
    <li class="after-row" aria-labelledby={id}>
      <h2 class="after-row__title" id={id}>
        {title}
      </h2>
      {now?.answered === true && now.state !== 'notDone' && (
        <p class="after-row__state">
          {t(now.state === 'done' ? 'after:doneBy' : 'after:notNeededBy', {
            date: t.formats.date(now.at ?? 0),
            by: now.by?.name ?? '',
          })}
        </p>
      )}
      {children}
      {ways !== undefined && (
        <ChipGroup
          allowNone
          label={t('after:state', { line: title })}
          hideLabel
          value={now?.state === 'done' ? (now.way ?? null) : null}
          options={ways.map(({ way, label }) => ({ value: way, label }))}
          onChange={(way) => answer(way === null ? 'notDone' : 'done', way ?? undefined)}
        />
      )}
      {ways === undefined && (
        <ChipGroup
          label={t('after:state', { line: title })}
          hideLabel
          value={now?.state === 'done' && own ? null : (now?.state ?? 'notDone')}
          options={states.map((value) => ({ value, label: t(`after:${value}`) }))}
          onChange={(value: AfterLineState) => answer(value)}
        />
      )}
    </li>
  );
}
