import type { Example } from '../example.ts';
import { QrCode } from './QrCode.tsx';

export const examples: readonly Example[] = [
  {
    name: 'short',
    render: () => (
      <QrCode value="SIP1D0123456789ABCDEFGHJKMNPQRST" label="Kod till den andra plattan" />
    ),
  },
  {
    name: 'long',
    render: () => <QrCode value={'abcdefghij'.repeat(50)} label="Kod till den andra plattan" />,
  },
];
