/** **Övning**, on everything; pressed, it says what happens around the table in this part. */
import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import type { Part } from '../../../meeting/parts.ts';
import { momentsOfPart } from '../../../practice/larsScript.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import './practice.css';

export interface PracticeTagProps {
  readonly part: Part;
  readonly underWay: boolean;
}

export function PracticeTag({ part, underWay }: PracticeTagProps): JSX.Element {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const moments = momentsOfPart(part);
  const moment = moments[at % Math.max(1, moments.length)];

  useLayoutEffect(() => {
    document.documentElement.dataset['practice'] = '';
    return () => {
      delete document.documentElement.dataset['practice'];
    };
  }, []);

  return (
    <>
      <aside class="practice-tag" aria-label={t('common:practice')}>
        <span>{t('common:practice')}</span>
        {underWay && (
          <button type="button" class="practice-tag__press" onClick={() => setOpen(true)}>
            {t('practice:tag')}
          </button>
        )}
      </aside>
      <Dialog
        open={open}
        title={t('practice:moment')}
        onClose={() => setOpen(false)}
        actions={
          <>
            {moments.length > 1 && (
              <Button onClick={() => setAt(at + 1)}>{t('practice:next')}</Button>
            )}
            <Button kind="filled" onClick={() => setOpen(false)}>
              {t('practice:close')}
            </Button>
          </>
        }
      >
        {moment !== undefined && (
          <>
            <p>{t(moment.text)}</p>
            {'tip' in moment && moment.tip !== null && <p class="soft">{t(moment.tip)}</p>}
          </>
        )}
      </Dialog>
    </>
  );
}
