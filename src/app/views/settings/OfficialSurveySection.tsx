/** **En annan enkät om möten**: the organisation's own link to another survey, shown where ours ends (field.md 24). */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { useSession } from '../../SessionContext.ts';
import {
  judgeSurvey,
  type OfficialSurvey,
  readOfficialSurvey,
  type SurveyProblem,
  writeOfficialSurvey,
} from '../../session/officialSurvey.ts';

const none: OfficialSurvey = { address: '', owner: '' };

export function OfficialSurveySection(): JSX.Element {
  const t = useT();
  const session = useSession();
  const [written, setWritten] = useState(none);
  const [kept, setKept] = useState<OfficialSurvey | null>(null);
  const [wrong, setWrong] = useState<SurveyProblem | 'failed' | null>(null);
  const [done, setDone] = useState<'saved' | 'removed' | null>(null);
  useEffect(() => {
    const { vault } = session.get();
    if (vault === null) return;
    void readOfficialSurvey(vault).then((survey) => {
      setKept(survey);
      if (survey !== null) setWritten(survey);
    });
  }, [session]);

  const change = (part: Partial<OfficialSurvey>): void => {
    setWritten({ ...written, ...part });
    setWrong(null);
    setDone(null);
  };
  const keep = async (survey: OfficialSurvey | null): Promise<void> => {
    const { vault } = session.get();
    const isKept = vault !== null && (await writeOfficialSurvey(vault, survey));
    setWrong(isKept ? null : 'failed');
    if (!isKept) return;
    setKept(survey);
    setWritten(survey ?? none);
    setDone(survey === null ? 'removed' : 'saved');
  };
  const save = (): void => {
    const sound = judgeSurvey(written);
    setDone(null);
    if (sound.ok) void keep(sound.value);
    else setWrong(sound.error);
  };
  const isOfAddress = wrong !== null && wrong !== 'failed' && wrong !== 'owner';
  return (
    <section class="section" aria-label={t('settings:official.title')}>
      <h2>{t('settings:official.title')}</h2>
      <p>{t('settings:official.line')}</p>
      <Field
        label={t('settings:official.address')}
        hint={t('settings:official.addressHint')}
        value={written.address}
        onInput={(address) => change({ address })}
        onEnter={save}
        error={isOfAddress ? t(`settings:official.wrong.${wrong}`) : null}
      />
      <Field
        label={t('settings:official.owner')}
        hint={t('settings:official.ownerHint')}
        value={written.owner}
        onInput={(owner) => change({ owner })}
        onEnter={save}
        maxLength={100}
        error={wrong === 'owner' ? t('settings:official.wrong.owner') : null}
      />
      <div class="button-row">
        <Button onClick={save}>{t('settings:official.save')}</Button>
        {kept !== null && (
          <Button kind="quiet" onClick={() => void keep(null)}>
            {t('settings:official.remove')}
          </Button>
        )}
      </div>
      <p role={wrong === 'failed' ? 'alert' : 'status'}>
        {wrong === 'failed' && t('settings:official.failed')}
        {done === 'saved' && t('settings:saved')}
        {done === 'removed' && t('settings:official.removed')}
      </p>
    </section>
  );
}
