/**
 * Every view and state of it that a person can come to, in the order in which the walks (walkViews.ts) come to them. A
 * way of the program that is missing here fails views.test.ts; a view that no walk comes to fails axeStart.test.ts or axeCase.test.ts.
 */

export interface View {
  readonly name: string;
  /** The way as the program's own lists of ways write it. */
  readonly way: string;
}

const at = (way: string, ...names: readonly string[]): readonly View[] =>
  names.map((name) => ({ name, way }));

const parts = ['Inledning', 'Aktuell situation', 'Behov', 'Sammanfattning', 'Avslutning'];

/** From first start to **Låst**. */
export const startViews: readonly View[] = [
  ...at('/', 'Välkommen', 'Hämta från en säkerhetskopia'),
  ...at('/', 'Skydda uppgifterna', 'Skydda uppgifterna, fel', 'Reservkod', 'Mina uppgifter'),
  ...at('/', 'Mina SIP:ar, tom'),
  ...at('/ny', 'Ny SIP', 'Ny SIP, fel'),
  ...at('/sip/:id/forbered', 'Förbered, tom'),
  ...at('/', 'Mina SIP:ar', 'Alla planer'),
  ...at('/direkt', 'Starta möte direkt'),
  ...at(
    '/installningar',
    'Inställningar',
    'Gör en säkerhetskopia',
    'Byt lösenord',
    'Radera allt här',
  ),
  ...at('/vad-ar-en-sip', 'Vad är en SIP?', 'Vad är en SIP, sex bilder'),
  ...at('/vad-ar-en-sip', 'Vad är en SIP, arabiska', 'Vad är en SIP, tigrinja'),
  ...at('/statistik', 'Statistik'),
  ...at('/skarm/:id', 'Ett eget fönster, vilar'),
  ...at('/folj', 'Följ, utan länk'),
  ...at('/hjalp', 'Hjälp'),
  ...at('/hjalp/cirklar', 'Mötescirklar'),
  ...at('/hjalp/cirklar/:role', 'Mötescirkel, lättläst', 'Mötescirkel för barn'),
  ...at(
    '/hjalp/:page',
    'Ordlista',
    'Hjälp, jag har glömt lösenordet',
    'Tillgänglighetsredogörelse',
  ),
  ...at('*', 'Sidan finns inte'),
  ...at('/', 'Låst', 'Låst, fel', 'Lås upp med reservkod'),
];

/** A case in practice, before its meeting. */
export const caseViews: readonly View[] = [
  ...at('/ova', 'Öva'),
  ...at('/sip/:id', 'Planens första sida'),
  ...at('/sip/:id/behov', 'Upptäck behov'),
  ...at('/sip/:id/forbered', 'Förbered', 'Lägg till person', 'Lägg till person, fel'),
  ...at('/sip/:id/samtycke', 'Samtycke', 'Anteckna svaret'),
  ...at('/sip/:id/vad-ar-en-sip', 'Vad är en SIP, för barn'),
  ...at('/sip/:id/kalla', 'Kalla och bjud in'),
  ...at('/sip/:id/paket', 'Mötespaketet'),
];

/** Its meeting. */
export const meetingViews: readonly View[] = [
  ...at('/sip/:id/mote', 'Starta mötet'),
  ...parts.flatMap((part) => [
    ...at('/sip/:id/mote', `${part}, Leda`, `${part}, Skriva`),
    ...(part === 'Behov' ? at('/sip/:id/mote', 'Behov, en rad') : []),
    ...(part === 'Sammanfattning' ? at('/sip/:id/mote', 'Granska') : []),
    ...at('/sip/:id/mote', `${part}, storskärm`),
    ...(part === 'Behov'
      ? at('/sip/:id/mote', 'Behov, visa för Lars', 'Behov, visa för Lars, arabiska')
      : []),
  ]),
  ...at('/sip/:id/mote', 'Paus', 'Mer', 'Hjälp i svåra lägen', 'Avsluta mötet'),
];

/** After it. */
export const planViews: readonly View[] = [
  ...at('/sip/:id/efter', 'Efter mötet'),
  ...at('/sip/:id/hur-var-motet', 'Hur var mötet?', 'Hur var mötet?, en mening'),
  ...at('/sip/:id/lattlast', 'Lättläst', 'Lättläst, arabiska', 'Lättläst, tigrinja'),
  ...at('/sip/:id/plan', 'Planen, läsa', 'Planen, skriva', 'Kopiera planen som text'),
  ...at('/sip/:id/plan', 'Skriv ut', 'Gör planen klar', 'Klar, version 1'),
  ...at('/sip/:id/historik', 'Historik', 'Ta ut historiken'),
  ...at('/sip/:id/dela', 'Skriv ut och dela, övning'),
];

/** What goes over the network: joining, and what is shared, on the leader's device and on a phone. */
export const shareViews: readonly View[] = [
  ...at('/installningar', 'Lägg till en platta eller dator'),
  ...at('/ga-med', 'Gå med'),
  ...at('/sip/:id/dela', 'Skriv ut och dela', 'Dela, inget samtycke', 'Dela, vårdnadshavare'),
  ...at('/sip/:id/dela', 'Dela, rutan', 'Det här delas', 'Sluta dela'),
  ...at('/folj', 'Telefonen, svenska', 'Telefonen, lättläst', 'Telefonen, arabiska'),
  ...at('/folj', 'Telefonen, tigrinja', 'Telefonen, något annat', 'Telefonen, slut'),
  ...at('/folj', 'Telefonen, planen', 'Telefonen, behållen plan', 'Telefonen, tom'),
  ...at('/folj', 'Telefonen, hur var mötet', 'Telefonen, en mening'),
  ...at('/sip/:id/efter', 'Efter mötet, svar från telefonen'),
];

/** Where two of one's own devices meet: letting one in, writing apart, leading from one, and taking one out. */
export const syncViews: readonly View[] = [
  ...at('/installningar', 'Samma ord, den som släpper in', 'En till är med', 'Två plattor'),
  ...at('/installningar', 'Ta bort en platta', 'Synkning, inget internet', 'Borttagen platta'),
  ...at('/ga-med', 'Samma ord, den som går med', 'Allt är här'),
  ...at('/', 'Mina SIP:ar, borttagen platta'),
  ...at('/sip/:id', 'Planens första sida, inget internet', 'Bjud in en kollega att skriva'),
  ...at('/sip/:id', 'Planens första sida, två har skrivit olika'),
  ...at('/sip/:id/kalla', 'Kalla, två har skrivit olika'),
  ...at('/sip/:id/mote', 'Leds från en annan platta, Skriva', 'Leds från en annan platta, Leda'),
  ...at('/sip/:id/mote', 'Vill leda mötet', 'Mötet är överlämnat'),
];

/** Where several share a tablet, and what opens a vault beside its password. */
export const sharedViews: readonly View[] = [
  ...at('/', 'Skydda uppgifterna, organisationens nyckel'),
  ...at('/sip/:id', 'Vem tar över om du blir borta?'),
  ...at('/installningar', 'Inställningar, ansikte eller finger', 'Lägg till, fel', 'Tillagt'),
  ...at('/', 'Om en kollega blir borta', 'Ta över', 'Har tagit över en plan'),
  ...at('/', 'Låst, fler personer', 'Ta hjälp av nyckeln', 'Ta hjälp av nyckeln, fel'),
];

/** From a tab on an iPad to its home screen. */
export const moveViews: readonly View[] = at('/', 'Flytta hit', 'Flytta hit, filen');

const own = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `Individens ${name}`);

/** What an individual reads outside of a case, in a language of theirs (ownWalk.ts). */
export const ownPages: readonly View[] = [
  ...at('/vad-ar-en-sip', ...own('Vad är en SIP', 'sex bilder', 'sex bilder, barn')),
  ...at('/hjalp/cirklar/:role', ...own('cirkel', 'cirkel, del 3', 'cirkel för barn')),
  ...at('/hjalp/:page', ...own('ordlista')),
];

/** And in a case: its questions, the shared view in all its forms, and what is asked afterwards. */
export const ownMeeting: readonly View[] = [
  ...at('/sip/:id/samtycke', ...own('frågor i samtycket')),
  ...parts.flatMap((part) => [
    ...at('/skarm/:id', ...own(`fönster, ${part}`)),
    ...at('/sip/:id/mote', ...own(`storskärm, ${part}`, `platta, ${part}`)),
    ...(part === 'Behov'
      ? at('/sip/:id/mote', ...own('språk', 'val', 'starkare kontrast', 'mer att säga', 'tecken'))
      : []),
  ]),
  ...at('/skarm/:id', ...own('fönster, dold', 'fönster, paus')),
  ...at('/sip/:id/hur-var-motet', ...own('frågor efteråt', 'en mening', 'slut på frågorna')),
];

export const views: readonly View[] = [
  ...startViews,
  ...caseViews,
  ...meetingViews,
  ...planViews,
  ...shareViews,
  ...syncViews,
  ...sharedViews,
  ...moveViews,
  ...ownPages,
  ...ownMeeting,
];
