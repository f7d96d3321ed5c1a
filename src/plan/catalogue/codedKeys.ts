import type { CodedId } from './catalogue.ts';

/** The texts of a coded word, in every language: what it is called, and one plain sentence to the individual. */
export const codedKeys = <Id extends CodedId>(id: Id) =>
  ({ name: `coded:item.${id}.name`, plain: `coded:item.${id}.plain` }) as const;
