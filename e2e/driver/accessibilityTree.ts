/** What Chromium hands to a screen reader: roles, names, states and the focus, as one flat list in reading order. */
import type { CDPSession } from 'playwright-core';

export interface ReadNode {
  readonly role: string;
  readonly name: string;
  /** As `{checked: 'true', level: 2, focused: true}`. */
  readonly states: Readonly<Record<string, unknown>>;
  /** Roles and names of what it stands in, the nearest first. */
  readonly within: readonly { readonly id: string; readonly role: string; readonly name: string }[];
}

/** Without what a screen reader never meets: ignored nodes, and the boxes of lines of text. */
export const readTree = async (session: CDPSession): Promise<readonly ReadNode[]> => {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const roleOf = (id: string): string => String(byId.get(id)?.role?.value ?? '');
  const nameOf = (id: string): string =>
    String(byId.get(id)?.name?.value ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  return nodes
    .filter(({ ignored, nodeId }) => !ignored && roleOf(nodeId) !== 'InlineTextBox')
    .map(({ nodeId, parentId, properties = [] }) => {
      const within: { id: string; role: string; name: string }[] = [];
      for (let at = parentId; at !== undefined; at = byId.get(at)?.parentId)
        if (byId.get(at)?.ignored === false)
          within.push({ id: at, role: roleOf(at), name: nameOf(at) });
      return {
        role: roleOf(nodeId),
        name: nameOf(nodeId),
        states: Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
        within,
      };
    });
};

/** Everything that is acted upon or tells something by its name alone. */
const named = new Set([
  'button',
  'link',
  'checkbox',
  'radio',
  'switch',
  'textbox',
  'searchbox',
  'spinbutton',
  'combobox',
  'Date',
  'InputTime',
  'tab',
  'tablist',
  'menuitem',
  'menu',
  'img',
  'image',
  'dialog',
  'alertdialog',
  'navigation',
  'radiogroup',
  'group',
  'heading',
  'DisclosureTriangle',
]);

/** What lacks its state: a screen reader would not say whether it is chosen. */
const stateOf: Readonly<Record<string, string>> = {
  checkbox: 'checked',
  radio: 'checked',
  switch: 'checked',
  tab: 'selected',
};

const tell = ({ role, name }: Pick<ReadNode, 'role' | 'name'>): string => `${role} “${name}”`;

/** A page that was just loaded has its focus nowhere. */
export interface TreeOptions {
  readonly isFresh: boolean;
}

/** Words for what a screen reader would not understand; empty when nothing is wrong. */
export const treeTroubles = (
  tree: readonly ReadNode[],
  { isFresh }: TreeOptions,
): readonly string[] => {
  const found: string[] = [];
  const of = (role: string): readonly ReadNode[] => tree.filter((node) => node.role === role);
  const isModal = tree.some(({ states }) => states['modal'] === true);
  const [page] = of('RootWebArea');
  if ((page?.name ?? '') === '') found.push('the page has no title');

  const first = of('heading').filter(({ states }) => states['level'] === 1);
  const mains = of('main');
  if (isModal ? first.length > 1 : first.length !== 1)
    found.push(`${first.length} first headings: ${first.map(tell).join(', ')}`);
  if (!isModal && mains.length !== 1) found.push(`${mains.length} main landmarks`);

  for (const node of tree) {
    if (named.has(node.role) && node.name === '')
      found.push(
        `without a name: ${tell(node)} in ${node.within.slice(0, 3).map(tell).join(', ')}`,
      );
    const state = stateOf[node.role];
    if (state !== undefined && !(state in node.states)) found.push(`no ${state}: ${tell(node)}`);
  }

  const tabs = of('tab');
  const lists = new Map<string, number>();
  for (const { states, within } of tabs) {
    const list = within.find(({ role }) => role === 'tablist');
    if (list === undefined) found.push('a tab outside of a list of tabs');
    else lists.set(list.id, (lists.get(list.id) ?? 0) + (states['selected'] === true ? 1 : 0));
  }
  for (const chosen of lists.values())
    if (chosen !== 1) found.push(`${chosen} tabs are chosen in a list of tabs`);

  const focused = tree.filter(
    ({ states, role }) => states['focused'] === true && role !== 'RootWebArea',
  );
  if (!isFresh && focused.length !== 1) found.push(`the focus is in ${focused.length} places`);
  for (const node of focused)
    if (node.role === 'generic' || (node.name === '' && node.role !== 'main'))
      found.push(`the focus is where nothing is said: ${tell(node)}`);
  return found;
};
