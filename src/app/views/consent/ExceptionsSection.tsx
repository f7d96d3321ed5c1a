/** **Det här pratar vi inte om** (a reminder) and **De här ska inte få veta** (obeyed by letters and copies). */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { exceptParty, exceptSubject, removeException } from '../../../consent/recordConsent.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';

export function ExceptionsSection({ kind }: { readonly kind: 'subject' | 'party' }): JSX.Element {
  const t = useT();
  const id = useId();
  const { state, record } = useWorkspace();
  const [draft, setDraft] = useState('');
  const group = kind === 'subject' ? 'subjects' : 'parties';
  const rows =
    kind === 'subject'
      ? state.consent.exceptedSubjects.map(({ id: rowId, text }) => ({ id: rowId, text }))
      : state.consent.exceptedParties.map(({ id: rowId, name }) => ({ id: rowId, text: name }));

  const add = async (): Promise<void> => {
    const text = draft.trim();
    if (text === '') return;
    const participant = state.plan.participants.find(
      (person) => person.name.toLowerCase() === text.toLowerCase(),
    );
    const done = await record((ctx) =>
      kind === 'subject'
        ? exceptSubject(ctx, { text })
        : exceptParty(ctx, { participantId: participant?.id ?? null, name: text }),
    );
    if (done.ok) setDraft('');
  };

  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t(`consent:${group}.title`)}</h2>
      <p class="soft">{t(`consent:${group}.hint`)}</p>
      {rows.length === 0 ? (
        <p>{t(`consent:${group}.none`)}</p>
      ) : (
        <RuledList label={t(`consent:${group}.title`)}>
          {rows.map((row) => (
            <RuledRow
              key={row.id}
              actions={
                <Button
                  kind="quiet"
                  aria-label={t('consent:remove', { what: row.text })}
                  onClick={() =>
                    void record((ctx) => removeException(ctx, { exceptionId: row.id }))
                  }
                >
                  {t('common:action.remove')}
                </Button>
              }
            >
              {row.text}
            </RuledRow>
          ))}
        </RuledList>
      )}
      <Field
        label={t(`consent:${group}.field`)}
        value={draft}
        onInput={setDraft}
        onEnter={() => void add()}
        maxLength={200}
      />
      <Button onClick={() => void add()}>{t(`consent:${group}.add`)}</Button>
    </section>
  );
}
