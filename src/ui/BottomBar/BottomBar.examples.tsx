import { Button } from '../Button/Button.tsx';
import { type Example, nothing } from '../example.ts';
import { BottomBar } from './BottomBar.tsx';

const start = (
  <>
    <Button kind="quiet" iconStart="back" onClick={nothing}>
      Tillbaka: Aktuell situation
    </Button>
    <Button kind="quiet" onClick={nothing}>
      Ge mer tid
    </Button>
  </>
);

const next = (
  <Button kind="filled" size="large" iconEnd="forward" onClick={nothing}>
    Nästa del: Sammanfattning
  </Button>
);

export const examples: readonly Example[] = [
  { name: 'in a meeting', render: () => <BottomBar start={start}>{next}</BottomBar> },
  {
    name: 'for the left-handed',
    render: () => (
      <BottomBar start={start} reversed={true}>
        {next}
      </BottomBar>
    ),
  },
];
