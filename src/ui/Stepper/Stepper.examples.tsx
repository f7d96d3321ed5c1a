import type { Example } from '../example.ts';
import { Stepper } from './Stepper.tsx';

export const examples: readonly Example[] = [
  {
    name: 'the way of a SIP',
    render: () => (
      <Stepper
        label="Steg"
        steps={[
          { id: 'a', label: 'Upptäck behov', state: 'done', href: '/sip/1/behov' },
          {
            id: 'b',
            label: 'Förbered',
            state: 'present',
            href: '/sip/1/forbered',
            hint: 'Frågorna saknas.',
          },
          { id: 'c', label: 'Kalla och bjud in', state: 'coming' },
        ]}
      />
    ),
  },
];
