import type { Example } from '../example.ts';
import { SaveStatus } from './SaveStatus.tsx';

export const examples: readonly Example[] = [
  { name: 'saving', render: () => <SaveStatus state="saving" /> },
  { name: 'saved', render: () => <SaveStatus state="saved" /> },
  { name: 'not saved', render: () => <SaveStatus state="notSaved" /> },
];
