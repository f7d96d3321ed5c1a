/** The views of a case beside the meeting: one line a view, each loaded when it is gone to. */
import type { JSX } from 'preact';
import { useLocation } from 'wouter';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { lazyView } from '../ui/lazyView.tsx';
import type { CaseWaysProps } from './CaseWays.tsx';

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
const AfterView = lazyView(() => import('./views/after/AfterView.tsx').then((m) => m.AfterView));
const PlanRoute = lazyView(() => import('./PlanRoute.tsx').then((m) => m.PlanRoute));
const EasyRoute = lazyView(() => import('./EasyRoute.tsx').then((m) => m.EasyRoute));
const PackView = lazyView(() => import('./views/pack/PackView.tsx').then((m) => m.PackView));
const HistoryRoute = lazyView(() => import('./HistoryRoute.tsx').then((m) => m.HistoryRoute));
const ShareRoute = lazyView(() => import('./ShareRoute.tsx').then((m) => m.ShareRoute));
const SurveyRoute = lazyView(() => import('./SurveyRoute.tsx').then((m) => m.SurveyRoute));

export function CaseOffice({
  opened,
  way,
  onRemove,
  findColleagues = async () => [],
  onRemoveNotes,
  giving,
  syncing,
}: CaseWaysProps): JSX.Element {
  const [, go] = useLocation();
  const { state } = useWorkspace();
  const ways = `/sip/${state.caseId}`;
  switch (way) {
    case '':
      return <CaseView {...(giving !== undefined && { giving, opened })} syncing={syncing} />;
    case 'behov':
      return <NeedView />;
    case 'forbered':
      return <PrepareView />;
    case 'samtycke':
      return <ConsentView />;
    case 'vad-ar-en-sip':
      return <SipView backHref={`${ways}/samtycke`} />;
    case 'kalla':
      return <CallView />;
    case 'efter':
      return (
        <AfterView
          onRemove={async () => {
            const words = await onRemove();
            if (words === null) go('/');
            return words;
          }}
          findColleagues={findColleagues}
          onCopyText={() => go(`${ways}/plan`)}
          {...(onRemoveNotes !== undefined && { onRemoveNotes })}
        />
      );
    case 'paket':
      return <PackView />;
    case 'plan':
      return <PlanRoute opened={opened} />;
    case 'lattlast':
      return <EasyRoute />;
    case 'dela':
      return <ShareRoute />;
    case 'hur-var-motet':
      return <SurveyRoute onBack={() => go(`${ways}/efter`)} />;
    case 'historik':
      return <HistoryRoute />;
    default:
      return <NotFound />;
  }
}
