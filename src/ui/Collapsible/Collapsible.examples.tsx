import type { Example } from '../example.ts';
import { Collapsible } from './Collapsible.tsx';

export const examples: readonly Example[] = [
  {
    name: 'closed',
    render: () => <Collapsible summary="Bara för mig">Det här pratar vi inte om.</Collapsible>,
  },
  {
    name: 'open',
    render: () => (
      <Collapsible summary="Beslut: behövs inte" open={true}>
        Är fattat · Söks · Prövas
      </Collapsible>
    ),
  },
];
