/**
 * Usual forms of help with the picture that the individual gets, offered while an intervention is written in **Planen**: one press, and the line has the words
 * that the individual can read in their own language (plan/catalogue). Silent when nothing fits; never in the way.
 */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useLeader } from '../../../meeting/views/Leader.ts';
import type { LineWriting } from '../../../meeting/views/write/useLine.ts';
import type { CodedId } from '../../../plan/catalogue/catalogue.ts';
import type { FindCoded } from '../../../plan/catalogue/findCoded.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { spliceBetween } from '../../../ui/TextSpliceField/spliceBetween.ts';

export interface CodedOffersProps {
  readonly line: LineWriting;
}

export interface CodedOffersDeps {
  readonly findCoded: FindCoded;
  readonly nameOf: (id: CodedId) => string;
}

/** As many as fit on a line of a tablet. */
const most = 3;
/** One letter fits half of them. */
const fewest = 2;

export function CodedOffers({
  line,
  findCoded,
  nameOf,
}: CodedOffersProps & CodedOffersDeps): JSX.Element {
  const t = useT();
  const { lineField } = useLeader();
  const written = line.value.trim();
  const names = (written.length < fewest ? [] : findCoded(written, 'help'))
    .slice(0, most)
    .map(({ id, picture }) => ({ name: nameOf(id), picture }));
  const offered = names.some(({ name }) => name === written) ? [] : names;
  const choose = (name: string): void => {
    const splice = spliceBetween(line.value, name, name.length);
    if (splice !== null) line.splice(splice);
    lineField.current?.focus();
  };
  return (
    <>
      <p role="status" class="visually-hidden">
        {offered.length > 0 && t('plan:view.offers.count', { count: offered.length })}
      </p>
      {offered.length > 0 && (
        <fieldset class="coded-offers">
          <legend class="visually-hidden">{t('plan:view.offers.label')}</legend>
          {offered.map(({ name, picture }) => (
            <Button
              key={name}
              kind="quiet"
              before={<Picture name={picture} size={32} part={3} />}
              onClick={() => choose(name)}
            >
              {name}
            </Button>
          ))}
        </fieldset>
      )}
    </>
  );
}
