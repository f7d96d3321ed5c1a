import { type Example, nothing } from '../example.ts';
import { Picture } from '../Picture/Picture.tsx';
import { Button } from './Button.tsx';

export const examples: readonly Example[] = [
  {
    name: 'filled',
    render: () => (
      <Button kind="filled" onClick={nothing}>
        Gör planen klar
      </Button>
    ),
  },
  {
    name: 'filled, large, leading on',
    render: () => (
      <Button kind="filled" size="large" iconEnd="forward" onClick={nothing}>
        Nästa del: Sammanfattning
      </Button>
    ),
  },
  { name: 'outlined', render: () => <Button onClick={nothing}>Skriv en rad</Button> },
  {
    name: 'outlined, back',
    render: () => (
      <Button iconStart="back" onClick={nothing}>
        Tillbaka
      </Button>
    ),
  },
  {
    name: 'outlined, pressed',
    render: () => (
      <Button aria-pressed={true} onClick={nothing}>
        Visas för alla
      </Button>
    ),
  },
  {
    name: 'outlined, with a picture',
    render: () => (
      <Button
        wide={true}
        before={<Picture name="signal-pause" size={32} part={1} />}
        onClick={nothing}
      >
        Jag vill ha paus
      </Button>
    ),
  },
  {
    name: 'quiet',
    render: () => (
      <Button kind="quiet" onClick={nothing}>
        Ge mer tid
      </Button>
    ),
  },
  {
    name: 'quiet, a link',
    render: () => (
      <Button kind="quiet" href="/hjalp">
        Hjälp
      </Button>
    ),
  },
  {
    name: 'busy',
    render: () => (
      <Button kind="filled" busy={true} onClick={nothing}>
        Låser upp…
      </Button>
    ),
  },
  {
    name: 'not possible now',
    render: () => (
      <Button disabled={true} onClick={nothing}>
        Gör om
      </Button>
    ),
  },
];
