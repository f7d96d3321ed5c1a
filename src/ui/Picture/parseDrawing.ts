/** Reads a drawing's file into plain data that can be drawn as part of the page, where CSS reaches it. */

export interface DrawnNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly DrawnNode[];
}

export interface Drawing {
  /** What it shows, in Swedish. */
  readonly title: string;
  readonly nodes: readonly DrawnNode[];
}

export function parseDrawing(source: string): Drawing {
  const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  return {
    title: root.querySelector('title')?.textContent ?? '',
    nodes: childrenOf(root),
  };
}

function childrenOf(element: Element): DrawnNode[] {
  return Array.from(element.children)
    .filter((child) => child.tagName.toLowerCase() !== 'title')
    .map((child) => ({
      tag: child.tagName,
      attributes: Object.fromEntries(
        Array.from(child.attributes, (attribute) => [attribute.name, attribute.value]),
      ),
      children: childrenOf(child),
    }));
}
