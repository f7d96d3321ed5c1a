/** Whose recovery key it is, what it can do, and how to see that it is the right one: told before anybody goes on. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import './welcome.css';

export interface OrganisationNoticeProps {
  readonly name: string;
  readonly fingerprint: string;
  /** At set-up it comes with the vault; later it is offered, or a newer one is. */
  readonly kind: 'setUp' | 'offered' | 'newer';
}

export function OrganisationNotice({
  name,
  fingerprint,
  kind,
}: OrganisationNoticeProps): JSX.Element {
  const t = useT();
  return (
    <Notice
      kind="attention"
      class="organisation-notice"
      live={kind === 'setUp'}
      title={t(
        kind === 'newer' ? 'vault:organisation.newerTitle' : 'vault:organisation.noticeTitle',
        { organisation: name },
      )}
    >
      <p>{t('vault:organisation.can')}</p>
      <p>{t('vault:organisation.sees')}</p>
      <p>{t(`vault:organisation.${kind}`)}</p>
      <p>{t('vault:organisation.fingerprint', { fingerprint })}</p>
      <p>{t('vault:organisation.compare')}</p>
    </Notice>
  );
}
