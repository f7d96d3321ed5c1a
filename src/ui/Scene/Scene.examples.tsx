import type { Example } from '../example.ts';
import { Scene } from './Scene.tsx';
import { sceneNames } from './sceneNames.ts';

export const examples: readonly Example[] = sceneNames.flatMap((name) => [
  { name, render: () => <Scene name={name} /> },
  { name: `${name}, for a child`, render: () => <Scene name={name} forChild={true} /> },
]);
