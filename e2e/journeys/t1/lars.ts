/** Lars, 45: the case T1 of domain.md 12.2, with what is said in his meeting. */
import type { Person } from '../steps.ts';

export const important = 'Att få sova och ha kvar gården.';

export const questions = [
  'Vad behövs för att Lars ska få sova?',
  'Vem hjälper till på gården så länge?',
] as const;

export const people: readonly Person[] = [
  { name: 'Eva', role: 'sjuksköterska', service: 'vårdcentralen', chips: ['Region', 'Kallad'] },
  {
    name: 'Per',
    role: 'behandlare',
    service: 'beroendemottagningen',
    chips: ['Kommun', 'Kallad', 'Kommer'],
  },
  { name: 'Anna', role: 'hustru', service: '', chips: ['Inbjuden'] },
  { name: 'Göran', role: 'vän från LRF', service: '', chips: ['Annan', 'Inbjuden'] },
];

/** Who must not be told: no word of it comes on the wall. */
export const notTold = ['Grannen', 'Djurskyddet'] as const;

export const worksWell = 'Djuren mår bra';
export const worksLess = 'Vaken halva natten';
export const longTermGoal = 'Bo kvar och sköta gården';
export const step = 'Sova sex timmar per natt';

export const doings = {
  region: 'Gå igenom medicinerna',
  kommun: 'Samtal på mottagningen',
  own: 'Ringa Göran om hjälp i stallet',
} as const;

/** Written for the leader alone, and never shown. */
export const secret = 'Ring banken om lånet';

/** Written while all look on. */
export const later = 'Avlastning till sommaren';

export const next = { date: '2030-05-06', place: 'Vårdcentralen, rum 4' } as const;
export const workPhone = '0123-456 78';

/** What must stand in the plan at the end, on paper and as text. */
export const inThePlan: readonly string[] = [
  important,
  ...people.map(({ name }) => name),
  'vårdcentralen',
  worksWell,
  worksLess,
  longTermGoal,
  step,
  ...Object.values(doings),
  later,
  '6 maj 2030',
  next.place,
];

/** What each of the two says in its own way. */
export const onPaper: readonly string[] = [
  'Varje vecka',
  'Kommunen. Håller i planen: Per',
  workPhone,
];
export const inTheText: readonly string[] = [
  ...questions,
  'När: varje vecka',
  'När: före 1 juni 2030',
  'Håller i planen: Per',
];

/** What must not. */
export const notInThePlan: readonly string[] = [secret, ...notTold];
