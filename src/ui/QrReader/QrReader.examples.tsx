import { type Example, nothing } from '../example.ts';
import type { CameraPort, CameraTrouble } from './camera.ts';
import { QrReader } from './QrReader.tsx';

const without = (trouble: CameraTrouble): CameraPort => ({
  start: async () => trouble,
  look: async () => null,
});

export const examples: readonly Example[] = [
  { name: 'still', render: () => <QrReader onRead={nothing} camera={without('none')} /> },
];
