import { type Example, nothing } from '../example.ts';
import { Tabs2 } from './Tabs2.tsx';

export const examples: readonly Example[] = [
  {
    name: 'two faces',
    render: () => (
      <Tabs2
        label="Vy"
        tabs={[
          { value: 'lead', label: 'Leda' },
          { value: 'write', label: 'Skriva' },
        ]}
        value="lead"
        onChange={nothing}
      />
    ),
  },
];
