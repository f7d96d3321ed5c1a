/** **Bjud in en kollega att skriva** under ⋯ in the meeting: the same question and code as on the first page of the case. */
import type { ComponentChildren, JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { OpenCase } from '../cases/openCase.ts';
import { InviteContext } from '../meeting/views/InviteContext.ts';
import { lazyView } from '../ui/lazyView.tsx';
import { useSession, useSessionState } from './SessionContext.ts';
import { useMayInvite } from './useMayInvite.ts';

const InviteDialog = lazyView(
  () => import('./views/sync/InviteWriter.tsx').then((m) => m.InviteDialog),
  { as: 'extra' },
);

const deeds = () => import('./sync/pairDeeds.ts').catch(() => null);

export interface InviteInMeetingProps {
  readonly opened: OpenCase;
  readonly children: ComponentChildren;
}

export function InviteInMeeting({ opened, children }: InviteInMeetingProps): JSX.Element {
  const session = useSession();
  const { organisation } = useSessionState();
  const mayInvite = useMayInvite(opened.caseId);
  const [open, setOpen] = useState(false);
  const invite = useMemo(() => (mayInvite ? () => setOpen(true) : null), [mayInvite]);
  return (
    <InviteContext.Provider value={invite}>
      {children}
      {open && (
        <InviteDialog
          organisation={organisation.name}
          give={async () => (await deeds())?.giveCase(session, opened) ?? null}
          onClose={() => setOpen(false)}
        />
      )}
    </InviteContext.Provider>
  );
}
