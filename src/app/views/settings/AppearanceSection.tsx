import type { JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';
import { useT } from '../../../i18n/useT.ts';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import type { Appearance, AppearanceStore } from '../../appearance.ts';

/** Light or dark, size of text, which hand: kept on this device, says nothing about anybody. */
export function AppearanceSection({
  appearance,
}: {
  readonly appearance: AppearanceStore;
}): JSX.Element {
  const t = useT();
  const now = useSyncExternalStore(appearance.subscribe, appearance.get);
  return (
    <section class="section" aria-label={t('settings:view')}>
      <h2>{t('settings:view')}</h2>
      <ChipGroup
        label={t('settings:textSize')}
        value={now.textSize}
        options={(['100', '125', '150', '200'] as const).map((value) => ({
          value,
          label: t(`settings:text.${value}`),
        }))}
        onChange={(textSize: Appearance['textSize']) => appearance.set({ textSize })}
      />
      <ChipGroup
        label={t('settings:theme')}
        value={now.theme}
        options={[
          { value: 'auto', label: t('settings:themeAuto') },
          { value: 'light', label: t('settings:themeLight') },
          { value: 'dark', label: t('settings:themeDark') },
        ]}
        onChange={(theme: Appearance['theme']) => appearance.set({ theme })}
      />
      <CheckRow
        label={t('settings:leftHanded')}
        checked={now.hand === 'left'}
        onChange={(left) => appearance.set({ hand: left ? 'left' : 'right' })}
      />
    </section>
  );
}
