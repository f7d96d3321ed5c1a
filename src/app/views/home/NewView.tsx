/** **Ny SIP**: four questions; the first name is enough for now. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import type { CircleAudience, PlanKind } from '../../../plan/model.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import '../views.css';

export interface NewCase {
  readonly name: string;
  readonly screenName: string;
  /** Null: nobody was asked. */
  readonly audience: CircleAudience | null;
  readonly kind: PlanKind;
}

export interface NewViewProps {
  /** Resolves when the plan is on disk; words for a person when it is not. */
  readonly onCreate: (made: NewCase) => Promise<string | null>;
  /** **Starta möte direkt**: a name only. */
  readonly direct: boolean;
}

export function NewView({ onCreate, direct }: NewViewProps): JSX.Element {
  const t = useT();
  const [name, setName] = useState('');
  const [screenName, setScreenName] = useState<string | null>(null);
  const [audience, setAudience] = useState<CircleAudience>('vuxen');
  const [kind, setKind] = useState<PlanKind>('ny');
  const [missing, setMissing] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const create = async (): Promise<void> => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    setBusy(true);
    const words = await onCreate({
      name: name.trim(),
      screenName: (screenName ?? name).trim(),
      audience: direct ? null : audience,
      kind,
    });
    setTrouble(words);
    if (words !== null) setBusy(false);
  };

  return (
    <PageFrame
      title={t(direct ? 'home:direct.title' : 'home:new.title')}
      top={<TopBar back={{ label: t('common:action.back'), href: '/' }} />}
      {...(direct && { lead: t('home:direct.lead') })}
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void create();
        }}
      >
        <Field
          label={t('home:new.name')}
          hint={t('home:new.nameHint')}
          value={name}
          onInput={setName}
          error={missing ? t('home:new.nameMissing') : null}
          maxLength={200}
        />
        {!direct && (
          <>
            <Field
              label={t('home:new.screenName')}
              hint={t('home:new.screenNameHint')}
              value={screenName ?? name}
              onInput={setScreenName}
              maxLength={200}
            />
            <ChipGroup
              size="large"
              label={t('home:new.audience')}
              value={audience}
              options={(['barn', 'ungdom', 'vuxen', 'aldre'] as const).map((value) => ({
                value,
                label: t(`home:new.${value}`),
              }))}
              onChange={(value: CircleAudience) => setAudience(value)}
            />
            <ChipGroup
              size="large"
              label={t('home:new.kind')}
              value={kind}
              options={(['ny', 'utskrivning', 'uppfoljning'] as const).map((value) => ({
                value,
                label: t(`home:new.${value}`),
              }))}
              onChange={(value: PlanKind) => setKind(value)}
            />
          </>
        )}
        <p class="field__error" role="alert">
          {trouble}
        </p>
        <Button kind="filled" size="large" type="submit" busy={busy}>
          {t(direct ? 'home:direct.start' : 'home:new.begin')}
        </Button>
      </form>
    </PageFrame>
  );
}
