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
  {
    name: 'the child’s set',
    render: () => (
      <div data-pictures="child">
        {pictureNames.map((name) => (
          <Picture key={name} name={name} part={3} />
        ))}
      </div>
    ),
  },
  { name: 'with a name', render: () => <Picture name="thing-call" label="Ring" size={104} /> },
];
