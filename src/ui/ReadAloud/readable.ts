/**
 * What is read of a part of the page: its texts in their order, each with its language. What a screen reader does not
 * say is not read, nor buttons and choices, nor what stands beside (`data-beside`: the same in another language).
 */
export interface Readable {
  readonly text: string;
  readonly language: string;
  /** The letters of `text` from `from` to `to`, in the page. */
  readonly rangeOf: (from: number, to: number) => Range;
}

const blocks = 'p, li, h1, h2, h3, h4, blockquote, dt, dd, figcaption';
const unread =
  '[aria-hidden="true"], [data-beside], [hidden], .visually-hidden, svg, button, fieldset, nav, header a';

/** Texts within `root`, one for each block of the page. */
export const readableIn = (root: Element): readonly Readable[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: { block: Element; language: string; nodes: Text[] }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!(node instanceof Text) || parentElement === null) continue;
    if (node.data.trim() === '' || parentElement.closest(unread) !== null) continue;
    const block = parentElement.closest(blocks) ?? parentElement;
    const language = parentElement.closest('[lang]')?.getAttribute('lang') ?? 'sv';
    const last = found.at(-1);
    if (last?.block === block && last.language === language) last.nodes.push(node);
    else found.push({ block, language, nodes: [node] });
  }
  return found.map(({ language, nodes }) => ({
    text: nodes.map(({ data }) => data).join(''),
    language,
    rangeOf: (from, to) => {
      const range = document.createRange();
      const [first, second] = [placeIn(nodes, from), placeIn(nodes, to)];
      range.setStart(first.node, first.at);
      range.setEnd(second.node, second.at);
      return range;
    },
  }));
};

const placeIn = (nodes: readonly Text[], letter: number): { node: Text; at: number } => {
  let left = letter;
  for (const node of nodes) {
    if (left <= node.length) return { node, at: left };
    left -= node.length;
  }
  const node = nodes.at(-1);
  if (node === undefined) throw new Error('A text has no nodes');
  return { node, at: node.length };
};
