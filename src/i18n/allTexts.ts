/** For tests: every Swedish text with its key. */
import { swedish } from './swedish.ts';

export interface Text {
  readonly key: string;
  readonly namespace: string;
  readonly text: string;
}

type Tree = { readonly [name: string]: string | Tree };

function textsOf(tree: Tree, namespace: string, path: readonly string[]): Text[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const here = [...path, name];
    return typeof value === 'string'
      ? [{ key: `${namespace}:${here.join('.')}`, namespace, text: value }]
      : textsOf(value, namespace, here);
  });
}

export const allTexts: readonly Text[] = Object.entries(swedish).flatMap(([namespace, tree]) =>
  textsOf(tree, namespace, []),
);
