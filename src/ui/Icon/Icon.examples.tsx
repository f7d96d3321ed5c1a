import type { Example } from '../example.ts';
import { Icon, type IconName } from './Icon.tsx';

const names: readonly IconName[] = [
  'back',
  'forward',
  'down',
  'up',
  'tick',
  'close',
  'plus',
  'more',
];

export const examples: readonly Example[] = names.map((name) => ({
  name,
  render: () => <Icon name={name} />,
}));
