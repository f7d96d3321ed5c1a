/**
 * Short answers beside each other, at least 48 px high.
 *
 * Single: radios, one of them always stays chosen. Single with `allowNone`: buttons that can be pressed again to
 * take the choice back. Multi: buttons, any number pressed.
 */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import { Icon } from '../Icon/Icon.tsx';
import './ChipGroup.css';

export interface ChipOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The language of the label, where that is another than the page's. */
  readonly lang?: string | undefined;
  /** Only where the seen words do not say enough; must begin with them. */
  readonly accessibleName?: string | undefined;
  readonly disabled?: boolean | undefined;
}

interface ChipGroupBase<Value extends string> {
  readonly label: string;
  /** The language of the label, where that is another than the page's. */
  readonly lang?: string | undefined;
  readonly options: readonly ChipOption<Value>[];
  readonly hideLabel?: boolean | undefined;
  readonly hint?: string | undefined;
  /** beside: the label stands on the same line as the chips where there is room. */
  readonly layout?: 'above' | 'beside' | undefined;
  /** large: 56 px, for a form that is filled in at rest. */
  readonly size?: 'normal' | 'large' | undefined;
  readonly class?: string | undefined;
}

export type ChipGroupProps<Value extends string> = ChipGroupBase<Value> &
  (
    | {
        readonly mode?: 'single' | undefined;
        readonly allowNone?: false | undefined;
        /** May be something that is not offered (any more): then nothing is chosen. */
        readonly value: string | null;
        readonly onChange: (value: NoInfer<Value>) => void;
      }
    | {
        readonly mode?: 'single' | undefined;
        readonly allowNone: true;
        /** May be something that is not offered (any more): then nothing is chosen. */
        readonly value: string | null;
        readonly onChange: (value: NoInfer<Value> | null) => void;
      }
    | {
        readonly mode: 'multi';
        readonly value: readonly NoInfer<Value>[];
        readonly onChange: (value: NoInfer<Value>[]) => void;
      }
  );

export function ChipGroup<Value extends string>(props: ChipGroupProps<Value>): JSX.Element {
  const id = useId();
  const isRadio = props.mode !== 'multi' && props.allowNone !== true;

  const isChosen = (value: Value): boolean =>
    props.mode === 'multi' ? props.value.includes(value) : props.value === value;

  const press = (value: Value): void => {
    if (props.mode === 'multi') {
      props.onChange(
        props.value.includes(value)
          ? props.value.filter((one) => one !== value)
          : [...props.value, value],
      );
    } else if (props.allowNone === true) {
      props.onChange(props.value === value ? null : value);
    } else {
      props.onChange(value);
    }
  };

  return (
    <fieldset
      class={classNames(
        'chips',
        props.layout === 'beside' && 'chips--beside',
        props.size === 'large' && 'chips--large',
        props.class,
      )}
      aria-labelledby={`${id}-label`}
      aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
    >
      <span
        class={props.hideLabel ? 'visually-hidden' : 'chips__label'}
        id={`${id}-label`}
        lang={props.lang}
      >
        {props.label}
      </span>
      {props.hint !== undefined && (
        <span class="chips__hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      <div class="chips__row">
        {props.options.map((option) => {
          const chosen = isChosen(option.value);
          const look = classNames('chips__chip', chosen && 'chips__chip--chosen');
          const words = (
            <>
              {chosen && <Icon name="tick" />}
              <span lang={option.lang}>{option.label}</span>
            </>
          );
          return isRadio ? (
            <label key={option.value} class={look}>
              <input
                class="chips__radio"
                type="radio"
                name={id}
                value={option.value}
                checked={chosen}
                disabled={option.disabled}
                aria-label={option.accessibleName}
                onChange={() => press(option.value)}
              />
              {words}
            </label>
          ) : (
            <button
              key={option.value}
              type="button"
              class={look}
              aria-pressed={chosen}
              aria-label={option.accessibleName}
              disabled={option.disabled}
              onClick={() => press(option.value)}
            >
              {words}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
