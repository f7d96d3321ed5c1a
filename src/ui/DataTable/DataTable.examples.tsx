import type { Example } from '../example.ts';
import { DataTable } from './DataTable.tsx';

export const examples: readonly Example[] = [
  {
    name: 'interventions',
    render: () => (
      <DataTable
        caption="Delmål 1: Sova sex timmar per natt före 1 juni"
        columns={[
          { key: 'what', label: 'Vad ska göras?', rowHeader: true },
          { key: 'who', label: 'Vem ska göra det?' },
          { key: 'when', label: 'När och beslut' },
        ]}
        rows={[
          {
            id: 'a',
            cells: {
              what: 'Gå igenom mediciner',
              who: 'Eva Nilsson, vårdcentralen (region)',
              when: 'Senast fredag 29 maj.',
            },
          },
          {
            id: 'b',
            cells: {
              what: 'Samtal varje vecka',
              who: 'Per Holm, behandlare (kommun)',
              when: 'Tisdagar, från 12 maj.',
            },
          },
        ]}
      />
    ),
  },
];
