/** `/ny` and `/direkt`: makes a case, on disk before the next view is shown. */
import type { JSX } from 'preact';
import { useLocation } from 'wouter';
import { createCase } from '../cases/createCase.ts';
import { useT } from '../i18n/useT.ts';
import { addParticipant } from '../plan/commands/participants.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import { ok } from '../shared/result.ts';
import { caseDeps } from './caseDeps.ts';
import { useSession } from './SessionContext.ts';
import { NewView } from './views/home/NewView.tsx';

export function NewRoute({ direct }: { readonly direct: boolean }): JSX.Element {
  const t = useT();
  const session = useSession();
  const [, go] = useLocation();
  return (
    <NewView
      direct={direct}
      onCreate={async ({ name, screenName, audience, kind }) => {
        const { vault } = session.get();
        if (vault === null || !(await session.keepOpen(null))) return t('home:new.failed');
        const created = await createCase(caseDeps(session), vault, (doc, ctx) => {
          const fields = {
            name,
            screenName: screenName === '' ? null : screenName,
            audience,
            kind,
          };
          for (const [field, value] of Object.entries(fields)) {
            const done = setPlanField(doc, ctx, {
              field: field as 'name',
              value,
            });
            if (!done.ok) return done;
          }
          const person = addParticipant(doc, ctx, { name, isIndividual: true });
          return person.ok ? ok(null) : person;
        });
        if (!created.ok) return t('home:new.failed');
        await session.keepOpen(created.value);
        go(`/sip/${created.value.caseId}/${direct ? 'mote' : 'forbered'}`);
        return null;
      }}
    />
  );
}
