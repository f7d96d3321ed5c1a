import type { Example } from '../example.ts';
import { Picture } from './Picture.tsx';
import { pictureNames } from './pictureNames.ts';

export const examples: readonly Example[] = [
  ...pictureNames.map(
    (name): Example => ({
      name,
      render: () => <Picture name={name} part={3} />,
    }),
  ),
  { name: 'with a name', render: () => <Picture name="thing-call" label="Ring" size={104} /> },
];
