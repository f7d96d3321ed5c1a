import { Button } from '../Button/Button.tsx';
import { type Example, nothing } from '../example.ts';
import { menuItems } from '../Menu/Menu.examples.tsx';
import { Menu } from '../Menu/Menu.tsx';
import { SaveStatus } from '../SaveStatus/SaveStatus.tsx';
import { TopBar } from './TopBar.tsx';

export const examples: readonly Example[] = [
  {
    name: 'in a meeting',
    render: () => (
      <TopBar back={{ label: 'Lars', onClick: nothing }} status={<SaveStatus state="saved" />}>
        <Button kind="quiet" onClick={nothing}>
          Storskärm: visas
        </Button>
        <Button kind="quiet" onClick={nothing}>
          Dölj planen
        </Button>
        <Button kind="quiet" onClick={nothing}>
          Ta paus
        </Button>
        <Menu label="Mer" items={menuItems} />
      </TopBar>
    ),
  },
  {
    name: 'at home',
    render: () => (
      <TopBar title="SIP-mötet">
        <Button kind="quiet" href="/hjalp">
          Hjälp
        </Button>
        <Button kind="quiet" onClick={nothing}>
          Lås
        </Button>
      </TopBar>
    ),
  },
];
