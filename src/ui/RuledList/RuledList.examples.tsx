import { Button } from '../Button/Button.tsx';
import { type Example, nothing } from '../example.ts';
import { Picture } from '../Picture/Picture.tsx';
import { RuledList, RuledRow } from './RuledList.tsx';

export const examples: readonly Example[] = [
  {
    name: 'rows',
    render: () => (
      <RuledList label="Överens om">
        <RuledRow second="Eva, vårdcentralen · före 1 juni">Gå igenom mediciner</RuledRow>
        <RuledRow second="Per, kommunen · varje tisdag">Samtal varje vecka</RuledRow>
      </RuledList>
    ),
  },
  {
    name: 'framed, with pictures and actions',
    render: () => (
      <RuledList framed={true} ordered={true} label="Insatser">
        <RuledRow
          before={<Picture name="thing-paper" size={40} part={3} />}
          second="Eva (region)"
          actions={
            <Button kind="quiet" onClick={nothing}>
              Visa för alla
            </Button>
          }
        >
          Gå igenom mediciner
        </RuledRow>
        <RuledRow
          before={<Picture name="thing-call" size={40} part={3} />}
          second="Per (kommun)"
          actions={
            <Button kind="quiet" iconStart="tick" onClick={nothing}>
              Visas för alla
            </Button>
          }
        >
          Samtal varje vecka
        </RuledRow>
      </RuledList>
    ),
  },
];
