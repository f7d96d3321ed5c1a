import type { Example } from '../example.ts';
import { Ribbon } from './Ribbon.tsx';

export const examples: readonly Example[] = [
  { name: 'alone', render: () => <Ribbon words="Behålla gården och kunna sova." /> },
  {
    name: 'with what it is',
    render: () => (
      <Ribbon label="Långsiktigt mål, Lars egna ord" words="Behålla gården och kunna sova." />
    ),
  },
  {
    name: 'large',
    render: () => <Ribbon size="large" words="Behålla gården och kunna sova." />,
  },
];
