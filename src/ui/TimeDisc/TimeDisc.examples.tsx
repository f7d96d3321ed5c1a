import type { Example } from '../example.ts';
import { TimeDisc } from './TimeDisc.tsx';

export const examples: readonly Example[] = [
  { name: 'all left', render: () => <TimeDisc left={1} /> },
  { name: 'a third gone', render: () => <TimeDisc left={0.66} label="Cirka 40 minuter kvar" /> },
  { name: 'large', render: () => <TimeDisc left={0.2} size={96} /> },
  { name: 'nothing left', render: () => <TimeDisc left={0} /> },
];
