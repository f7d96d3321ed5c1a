import { Button } from '../Button/Button.tsx';
import { type Example, nothing } from '../example.ts';
import { Notice } from './Notice.tsx';

export const examples: readonly Example[] = [
  { name: 'info', render: () => <Notice kind="info">Allt är sparat och låst.</Notice> },
  {
    name: 'attention',
    render: () => (
      <Notice kind="attention" title="Övning">
        Personerna är påhittade och inget sparas.
      </Notice>
    ),
  },
  {
    name: 'error with a way on',
    render: () => (
      <Notice
        kind="error"
        title="Inget är borta."
        actions={<Button onClick={nothing}>Prova igen</Button>}
      >
        Den sista raden är inte sparad än. Den står kvar i fältet.
      </Notice>
    ),
  },
];
