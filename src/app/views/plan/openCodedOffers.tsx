import type { JSX } from 'preact';
import { loadTexts } from '../../../i18n/loadTexts.ts';
import type { CodedId } from '../../../plan/catalogue/catalogue.ts';
import { codedKeys } from '../../../plan/catalogue/codedKeys.ts';
import { createFindCoded } from '../../../plan/catalogue/findCoded.ts';
import { CodedOffers, type CodedOffersProps } from './CodedOffers.tsx';

/** The offers with the words that they are found by, which are loaded beside the program. */
export const openCodedOffers = async (): Promise<(props: CodedOffersProps) => JSX.Element> => {
  const [{ codedSearchWords }, texts] = await Promise.all([
    import('../../../i18n/locales/words/codedSearch.ts'),
    loadTexts('sv', 'coded'),
  ]);
  const nameOf = (id: CodedId): string => texts.t(codedKeys(id).name);
  const findCoded = createFindCoded({ nameOf, alsoOf: (id) => codedSearchWords[id] ?? '' });
  return (props) => <CodedOffers {...props} findCoded={findCoded} nameOf={nameOf} />;
};
