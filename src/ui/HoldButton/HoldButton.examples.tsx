import { type Example, nothing } from '../example.ts';
import { HoldButton } from './HoldButton.tsx';

export const examples: readonly Example[] = [
  {
    name: 'still',
    render: () => <HoldButton label="Håll intryckt för att ta tillbaka" onHeld={nothing} />,
  },
];
