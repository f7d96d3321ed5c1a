import { type Example, nothing } from '../example.ts';
import { Menu, type MenuItem } from './Menu.tsx';

export const menuItems: readonly MenuItem[] = [
  { id: 'consent', label: 'Samtycket ändras', onSelect: nothing },
  { id: 'out', label: 'Lars går ut', onSelect: nothing },
  { id: 'mine', label: 'Bara för mig', onSelect: nothing, disabled: true },
  { id: 'end', label: 'Avsluta mötet', onSelect: nothing, separated: true },
  { id: 'lock', label: 'Lås', onSelect: nothing },
];

export const examples: readonly Example[] = [
  { name: 'closed', render: () => <Menu label="Mer" items={menuItems} /> },
];
