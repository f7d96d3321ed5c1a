/** Aktuell situation, Skriva: own words, and what works or not, each row hidden until shown (field.md 17). */

import type { JSX } from 'preact';
import { setShown } from '../../../plan/commands/showRows.ts';
import { limits } from '../../../plan/limits.ts';
import type { RowKind } from '../../../plan/model.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { TextSpliceField } from '../../../ui/TextSpliceField/TextSpliceField.tsx';
import { useLeader } from '../Leader.ts';
import { RowList } from './RowList.tsx';

export function Situation(): JSX.Element {
  const { t, plan, workspace, name, roles, edit, setLine, lineField } = useLeader();
  const words = workspace.typing({ item: 'plan', field: 'important' });
  const { shown } = plan.important;
  const begin = (kind: RowKind): void => {
    setLine({ id: null, kind });
    lineField.current?.focus();
  };
  return (
    <>
      <TextSpliceField
        label={
          roles.du
            ? t('meeting:situation.importantOwn')
            : t('meeting:situation.important', { name })
        }
        hint={t('meeting:situation.ownWords', { name })}
        multiline
        rows={2}
        value={words.value}
        onSplice={words.splice}
        maxLength={limits.longText}
        onBlur={() => void workspace.flush()}
        class="own-words"
        after={
          <Button
            kind="quiet"
            class="show-button"
            {...(shown ? { iconStart: 'tick' as const } : {})}
            onClick={() =>
              void edit((doc, ctx) => setShown(doc, ctx, { item: 'important', shown: !shown }))
            }
          >
            {t(shown ? 'meeting:row.shown' : 'meeting:row.show')}
          </Button>
        }
      />
      {(['worksWell', 'worksLess'] as const).map((kind) => (
        <section key={kind} class="write-face__group">
          <div class="write-face__line">
            <h3 class="write-face__heading">{t(`meeting:situation.${kind}`)}</h3>
            <Button kind="quiet" iconStart="plus" onClick={() => begin(kind)}>
              {t(`meeting:situation.add.${kind}`)}
            </Button>
          </div>
          <RowList rows={plan[kind]} label={t(`meeting:situation.${kind}`)} />
        </section>
      ))}
      <p class="leader__subtle">{t('meeting:situation.hidden')}</p>
    </>
  );
}
