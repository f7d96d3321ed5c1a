/** The ways of a case, for a real one and in practice alike: the meeting, and beside it all other views. */
import type { ComponentChildren, JSX } from 'preact';
import { useLocation } from 'wouter';
import type { OpenCase } from '../cases/openCase.ts';
import { isOpen } from '../meeting/meetingState.ts';
import { MeetingCodeContext } from '../meeting/views/code/MeetingCode.ts';
import { CodeFace } from '../meeting/views/pieces.ts';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { lazyView } from '../ui/lazyView.tsx';
import { useCodeOfMeeting } from './useCodeOfMeeting.ts';
import type { FindColleagues } from './views/after/RemoveCase.tsx';
import type { RemoveNotesProps } from './views/after/RemoveNotes.tsx';
import type { Giving } from './views/case/GiveDialog.tsx';

const CaseOffice = lazyView(() => import('./CaseOffice.tsx').then((m) => m.CaseOffice));
const MeetingRoute = lazyView(() => import('./MeetingRoute.tsx').then((m) => m.MeetingRoute));

export interface CaseWaysProps {
  readonly opened: OpenCase;
  /** The last part of the way, such as `mote`; empty for the first page of the case. */
  readonly way: string;
  /** Left out where there is nothing to lock. */
  readonly onLock?: () => void;
  readonly onRemove: () => Promise<string | null>;
  /** Left out in practice, where nobody else is. */
  readonly findColleagues?: FindColleagues;
  /** Removing what was written at a meeting that ended without a SIP; left out in practice. */
  readonly onRemoveNotes?: RemoveNotesProps['onRemoveNotes'];
  /** What syncing says on the first page of the case; left out in practice. */
  readonly syncing?: ComponentChildren;
  /** Giving the case to somebody else on this device; left out in practice. */
  readonly giving?: Giving;
}

export function CaseWays(props: CaseWaysProps): JSX.Element {
  const { opened, way, onLock } = props;
  const [, go] = useLocation();
  const { state } = useWorkspace();
  const ways = `/sip/${state.caseId}`;
  const leave = (): void => go(ways);
  const { current } = state.meeting;
  const goesOn = isOpen(current);
  const seen = current.seenBy !== 'nej';
  const code = useCodeOfMeeting(current.id, { lock: onLock, leave }, goesOn, seen);
  if (way !== 'mote' && !(code.covered && goesOn)) return <CaseOffice {...props} />;
  return (
    <MeetingCodeContext.Provider value={code}>
      {way === 'mote' ? (
        <MeetingRoute
          opened={opened}
          isReal={props.syncing !== undefined}
          onLeave={leave}
          onAfter={() => go(`${ways}/efter`)}
          {...(onLock !== undefined && { onLock })}
        />
      ) : (
        <CodeFace onOpen={code.uncover} />
      )}
    </MeetingCodeContext.Provider>
  );
}
