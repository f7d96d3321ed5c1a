import { type Example, nothing } from '../example.ts';
import { Field } from './Field.tsx';

export const examples: readonly Example[] = [
  {
    name: 'with a hint',
    render: () => (
      <Field
        label="Vems plan är det?"
        hint="Förnamnet räcker tills vidare."
        value="Lars"
        onInput={nothing}
      />
    ),
  },
  {
    name: 'password',
    render: () => (
      <Field
        label="Lösenord"
        kind="password"
        hint="Minst fyra ord som du lätt minns men ingen kan gissa."
        status="Fyra ord. Det räcker bra."
        value="äpple groda måne stol"
        onInput={nothing}
      />
    ),
  },
  {
    name: 'with an error',
    render: () => (
      <Field
        label="Ditt namn"
        error="Skriv ditt namn. Det ska stå vem som har skrivit planen."
        value=""
        onInput={nothing}
      />
    ),
  },
  {
    name: 'several lines',
    render: () => (
      <Field
        label="Vad är viktigt för dig?"
        multiline={true}
        value={'Behålla gården.\nKunna sova.'}
        onInput={nothing}
      />
    ),
  },
  {
    name: 'date',
    render: () => <Field label="Senast" kind="date" value="2026-06-01" onInput={nothing} />,
  },
  {
    name: 'a hidden label',
    render: () => (
      <Field
        label="Skriv en rad"
        hideLabel={true}
        placeholder="Skriv en rad …"
        value=""
        onInput={nothing}
      />
    ),
  },
  {
    name: 'only to read',
    render: () => <Field label="Reservkod" readOnly={true} value="ABCD EFGH" onInput={nothing} />,
  },
];
