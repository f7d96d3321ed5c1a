/** The views of a case, for a real one and in practice alike: one line a view, each loaded when it is gone to. */
import type { JSX } from 'preact';
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

const NotFound = lazyView(() => import('./shell/NotFound.tsx').then((m) => m.NotFound));
const CaseView = lazyView(() => import('./views/case/CaseView.tsx').then((m) => m.CaseView));
const NeedView = lazyView(() => import('./views/prepare/NeedView.tsx').then((m) => m.NeedView));
const PrepareView = lazyView(() =>
  import('./views/prepare/PrepareView.tsx').then((m) => m.PrepareView),
);
const ConsentView = lazyView(() =>
  import('./views/consent/ConsentView.tsx').then((m) => m.ConsentView),
);
const SipView = lazyView(() => import('./views/sip/openSip.ts').then((m) => m.openSip()));
const CallView = lazyView(() => import('./views/call/CallView.tsx').then((m) => m.CallView));
const MeetingRoute = lazyView(() => import('./MeetingRoute.tsx').then((m) => m.MeetingRoute));
const AfterView = lazyView(() => import('./views/after/AfterView.tsx').then((m) => m.AfterView));
const PlanRoute = lazyView(() => import('./PlanRoute.tsx').then((m) => m.PlanRoute));
const PackView = lazyView(() => import('./views/pack/PackView.tsx').then((m) => m.PackView));
const HistoryRoute = lazyView(() => import('./HistoryRoute.tsx').then((m) => m.HistoryRoute));

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
  /** Giving the case to somebody else on this device; left out in practice. */
  readonly giving?: Giving;
}

export function CaseWays({
  opened,
  way,
  onLock,
  onRemove,
  findColleagues = async () => [],
  onRemoveNotes,
  giving,
}: CaseWaysProps): JSX.Element {
  const [, go] = useLocation();
  const { state } = useWorkspace();
  const leave = (): void => go(`/sip/${state.caseId}`);
  const { current } = state.meeting;
  const goesOn = isOpen(current);
  const seen = current.seenBy !== 'nej';
  const code = useCodeOfMeeting(current.id, { lock: onLock, leave }, goesOn, seen);
  const at = (next: string): void => go(`/sip/${state.caseId}/${next}`);
  if (way !== 'mote' && code.covered && goesOn) {
    return (
      <MeetingCodeContext.Provider value={code}>
        <CodeFace onOpen={code.uncover} />
      </MeetingCodeContext.Provider>
    );
  }
  switch (way) {
    case '':
      return <CaseView {...(giving !== undefined && { giving, opened })} />;
    case 'behov':
      return <NeedView />;
    case 'forbered':
      return <PrepareView />;
    case 'samtycke':
      return <ConsentView />;
    case 'vad-ar-en-sip':
      return <SipView backHref={`/sip/${state.caseId}/samtycke`} />;
    case 'kalla':
      return <CallView />;
    case 'mote':
      return (
        <MeetingCodeContext.Provider value={code}>
          <MeetingRoute
            opened={opened}
            onLeave={leave}
            onAfter={() => at('efter')}
            {...(onLock !== undefined && { onLock })}
          />
        </MeetingCodeContext.Provider>
      );
    case 'efter':
      return (
        <AfterView
          onRemove={async () => {
            const words = await onRemove();
            if (words === null) go('/');
            return words;
          }}
          findColleagues={findColleagues}
          onCopyText={() => at('plan')}
          {...(onRemoveNotes !== undefined && { onRemoveNotes })}
        />
      );
    case 'paket':
      return <PackView />;
    case 'plan':
      return <PlanRoute opened={opened} />;
    case 'historik':
      return <HistoryRoute />;
    default:
      return <NotFound />;
  }
}
