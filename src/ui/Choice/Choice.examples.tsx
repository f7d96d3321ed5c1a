import { type Example, nothing } from '../example.ts';
import { Choice } from './Choice.tsx';

const options = [
  {
    value: 'booked',
    label: 'Tid är bokad',
    hint: 'Tisdag 9 juni 13.00. Vårdcentralen i Åby. Per kallar.',
  },
  { value: 'later', label: 'Bokas av Anna Lind senast 19 maj', hint: 'Anna håller i planen.' },
  { value: 'closed', label: 'SIP:en avslutas' },
  { value: 'locked', label: 'Vi hann inte, nytt möte', disabled: true },
] as const;

export const examples: readonly Example[] = [
  {
    name: 'one chosen',
    render: () => (
      <Choice
        legend="Hur blir det med uppföljningen?"
        options={options}
        value="booked"
        onChange={nothing}
      />
    ),
  },
  {
    name: 'nothing chosen, with an error',
    render: () => (
      <Choice
        legend="Ser andra din skärm?"
        options={[
          { value: 'no', label: 'Nej' },
          { value: 'room', label: 'Ja, i rummet' },
        ]}
        value={null}
        error="Välj ett svar."
        onChange={nothing}
      />
    ),
  },
];
