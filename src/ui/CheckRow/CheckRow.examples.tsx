import { type Example, nothing } from '../example.ts';
import { CheckRow } from './CheckRow.tsx';

export const examples: readonly Example[] = [
  {
    name: 'ticked',
    render: () => (
      <CheckRow label="Säg vem som leder och vem som skriver" checked={true} onChange={nothing} />
    ),
  },
  {
    name: 'not ticked, with a hint',
    render: () => (
      <CheckRow
        label="Vem gör vad, när och hur ofta?"
        hint="Skriv det medan alla ser."
        checked={false}
        onChange={nothing}
      />
    ),
  },
  {
    name: 'not possible now',
    render: () => <CheckRow label="Frågorna" checked={false} disabled={true} onChange={nothing} />,
  },
];
