import type { Example } from '../example.ts';
import { Shape } from './Shape.tsx';
import { partNumbers } from './shapePath.ts';

export const examples: readonly Example[] = [
  ...partNumbers.map(
    (part): Example => ({
      name: `part ${part}`,
      render: () => <Shape part={part} size={48} />,
    }),
  ),
  { name: 'one of the others', render: () => <Shape part={4} tone="soft" label="Del 4" /> },
  { name: 'large', render: () => <Shape part={3} size={104} /> },
];
