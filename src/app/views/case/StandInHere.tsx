/** **Vem tar över om du blir borta?** joined to this window's session; its deeds are loaded when they are asked for. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { OpenCase } from '../../../cases/openCase.ts';
import { useSession } from '../../SessionContext.ts';
import { StandInDialog, type StandInDialogProps, type StandInWork } from './StandInDialog.tsx';

export interface StandInHereProps extends Omit<StandInDialogProps, 'work'> {
  readonly opened: OpenCase;
  readonly colleagues: StandInWork['colleagues'];
}

export function StandInHere({ opened, colleagues, ...props }: StandInHereProps): JSX.Element {
  const session = useSession();
  const deeds = useMemo((): Pick<StandInWork, 'read' | 'choose'> => {
    const load = () => import('../../standInHere.ts').catch(() => null);
    return {
      read: async () =>
        (await (await load())?.readStandIn(session, opened.caseId)) ?? {
          chosen: null,
          usual: null,
        },
      choose: async (choice) =>
        (await (await load())?.chooseStandInHere(session, opened, choice)) ?? 'failed',
    };
  }, [session, opened]);
  return <StandInDialog {...props} work={{ colleagues, ...deeds }} />;
}
