/**
 * **Tillgänglighetsredogörelse**: what lag (2018:1937) 13 § asks for, in plain words (docs/accessibility.md tells how each
 * line is known). Whom to tell comes from **Verksamhet som ansvarar**, when a vault is open.
 */
import type { JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';
import { useContext } from 'preact/hooks';
import type { TextKey } from '../../../i18n/keys.ts';
import { RichText } from '../../../i18n/RichText.tsx';
import { useT } from '../../../i18n/useT.ts';
import { SessionContext } from '../../SessionContext.ts';
import { emptyOrganisation, type OrganisationDetails } from '../../session/details.ts';
import { HelpFrame } from './HelpFrame.tsx';

/** When the program was last held against the criteria. Change it together with docs/accessibility.md. */
const assessedOn = '2026-11-22';

const none = (): (() => void) => () => undefined;

/** Empty while it is locked. */
const useOrganisation = (): OrganisationDetails => {
  const session = useContext(SessionContext);
  return useSyncExternalStore(
    session?.subscribe ?? none,
    () => session?.get().organisation ?? emptyOrganisation,
  );
};

const works = [
  'access:works.keyboard',
  'access:works.reader',
  'access:works.size',
  'access:works.contrast',
  'access:works.motion',
  'access:works.time',
] as const;

const lacks = [
  'access:lacks.ipad',
  'access:lacks.voice',
  'access:lacks.wall',
  'access:lacks.print',
  'access:lacks.language',
  'access:lacks.fill',
  'access:lacks.silent',
  'access:lacks.dates',
  'access:lacks.help',
  'access:lacks.people',
] as const;

export function AccessibilityView(): JSX.Element {
  const t = useT();
  const { name, contact } = useOrganisation();
  const isKnown = name.trim() !== '';
  return (
    <HelpFrame title={t('access:title')} lead={t('access:lead')} page="tillganglighet">
      <section>
        <h2>{t('access:who.title')}</h2>
        <p>{t('access:who.what')}</p>
        <p>
          <RichText
            text={isKnown ? t('access:who.organisation', { name }) : t('access:who.unknown')}
          />
        </p>
      </section>
      <section>
        <h2>{t('access:state.title')}</h2>
        <p>{t('access:state.law')}</p>
        <p>
          <RichText text={t('access:state.partly')} />
        </p>
        <p>{t('access:state.measure')}</p>
      </section>
      <Lines title="access:works.title" lines={works} />
      <Lines title="access:lacks.title" lines={lacks} />
      <section>
        <h2>{t('access:tested.title')}</h2>
        <p>{t('access:tested.how')}</p>
        <p>{t('access:tested.when', { date: t.formats.date(assessedOn) })}</p>
      </section>
      <section>
        <h2>{t('access:tell.title')}</h2>
        <p>
          <RichText
            text={
              isKnown && contact.trim() !== ''
                ? t('access:tell.contact', { name, contact })
                : t('access:tell.ask')
            }
          />
        </p>
        <p>{t('access:tell.other')}</p>
      </section>
      <section>
        <h2>{t('access:supervision.title')}</h2>
        <p>
          <RichText text={t('access:supervision.digg')} />
        </p>
        <p>{t('access:supervision.moves')}</p>
      </section>
      <section>
        <h2>{t('access:organisation.title')}</h2>
        <p>{t('access:organisation.publish')}</p>
        <p>
          <RichText text={t('access:organisation.contact')} />
        </p>
      </section>
    </HelpFrame>
  );
}

function Lines({
  title,
  lines,
}: {
  readonly title: TextKey;
  readonly lines: readonly TextKey[];
}): JSX.Element {
  const t = useT();
  return (
    <section>
      <h2>{t(title)}</h2>
      <ul class="help__lines">
        {lines.map((key) => (
          <li key={key}>
            <RichText text={t(key)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
