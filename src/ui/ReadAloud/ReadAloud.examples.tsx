import type { Example } from '../example.ts';
import { ReadAloud } from './ReadAloud.tsx';

const words = {
  read: 'Läs upp',
  stop: 'Sluta läsa',
  noVoice: 'Det finns ingen röst på svenska här. Be någon läsa högt för dig.',
  failed: 'Det gick inte att läsa upp. Prova en gång till.',
};

export const examples: readonly Example[] = [
  {
    name: 'still',
    render: () => <ReadAloud of={{ current: null }} language="sv" words={words} />,
  },
];
