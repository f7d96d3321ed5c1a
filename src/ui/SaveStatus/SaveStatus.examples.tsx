import type { Example } from '../example.ts';
import { SaveStatus } from './SaveStatus.tsx';

export const examples: readonly Example[] = [
  { name: 'saving', render: () => <SaveStatus state="saving" /> },
  { name: 'saved', render: () => <SaveStatus state="saved" /> },
  { name: 'saved and synced', render: () => <SaveStatus state="saved" beside="Synkat" /> },
  { name: 'not saved', render: () => <SaveStatus state="notSaved" /> },
];
