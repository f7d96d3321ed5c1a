/**
 * Coded words: the usual forms of help, areas of life, times, functions and services, so that an individual can read
 * them in their own language. Here stands what each is and its picture; its name and its explanation are the texts of
 * `codedKeys.ts`.
 *
 * An id that was once released keeps its meaning, and its Swedish name goes on leading to it: that is what stands in
 * people's plans (`released.txt`, `codedInText.ts`).
 */
import type { CodedPicture } from './codedPicture.ts';

export const codedKinds = ['help', 'area', 'timing', 'function', 'service'] as const;

export type CodedKind = (typeof codedKinds)[number];

/** The usual forms of help, by the words that staff use and the law has (SoL 2025:400, LSS, HSL). */
const helps = {
  hemtjanst: 'help-homecare',
  trygghetslarm: 'area-safety',
  'mat-hem': 'area-everyday',
  'tillsyn-pa-natten': 'area-sleep',
  'fast-omsorgskontakt': 'person',
  boendestod: 'help-at-home',
  'personlig-assistans': 'help-company',
  ledsagning: 'help-company',
  'folja-med-pa-besok': 'help-company',
  kontaktperson: 'area-friends',
  kontaktfamilj: 'area-family',
  vanbesok: 'area-friends',
  avlosning: 'help-respite',
  anhorigstod: 'help-talk',
  korttidsvistelse: 'area-home',
  vaxelvard: 'area-home',
  korttidstillsyn: 'area-school',
  'daglig-verksamhet': 'area-work',
  dagverksamhet: 'help-group',
  sysselsattning: 'area-work',
  'bostad-med-sarskild-service': 'area-home',
  aldreboende: 'area-home',
  stodboende: 'area-home',
  hvb: 'area-home',
  familjehem: 'area-family',
  'skyddat-boende': 'area-safety',
  'hjalp-att-hitta-bostad': 'area-home',
  bostadsanpassning: 'area-home',
  fardtjanst: 'help-transport',
  sjukresa: 'help-transport',
  skolskjuts: 'help-transport',
  hemsjukvard: 'area-health',
  hembesok: 'area-home',
  lakarbesok: 'help-doctor',
  'besok-hos-skoterska': 'area-health',
  halsokontroll: 'help-doctor',
  provtagning: 'area-health',
  lakemedelsgenomgang: 'help-medicine',
  'medicin-i-dosett': 'help-medicine',
  'hjalp-att-ta-medicin': 'help-medicine',
  'prova-medicin': 'help-medicine',
  'nytt-recept': 'help-medicine',
  'vard-av-sar': 'area-health',
  tandvard: 'area-health',
  'rad-om-mat': 'area-everyday',
  'palliativ-vard': 'area-health',
  'fast-vardkontakt': 'person',
  remiss: 'thing-letter',
  'samtal-hos-kurator': 'help-talk',
  stodsamtal: 'help-talk',
  'psykologisk-behandling': 'help-talk',
  'samtal-i-grupp': 'help-group',
  familjebehandling: 'area-family',
  familjeradgivning: 'help-talk',
  foraldrastod: 'help-group',
  'stodgrupp-for-barn': 'help-group',
  umgangesstod: 'area-family',
  'behandling-vid-beroende': 'help-talk',
  aterfallsplan: 'thing-paper',
  krisplan: 'thing-paper',
  'utredning-adhd-autism': 'thing-paper',
  'utredning-om-stod': 'thing-paper',
  habilitering: 'help-exercise',
  rehabilitering: 'help-exercise',
  'traning-fysioterapeut': 'help-exercise',
  'fysisk-aktivitet': 'help-exercise',
  promenad: 'help-exercise',
  'traning-i-vardagen': 'area-everyday',
  'traning-hos-logoped': 'help-talk',
  hjalpmedel: 'part-3-needs',
  rullstol: 'help-aids',
  'stod-for-minnet': 'thing-time',
  bildstod: 'signal-read-aloud',
  'tolk-pa-moten': 'help-interpreter',
  'hjalp-med-pengar': 'help-money',
  forsorjningsstod: 'help-money',
  'rakningar-och-post': 'help-money',
  'hjalp-med-ansokan': 'help-application',
  'ansokan-om-god-man': 'help-application',
  'overklaga-beslut': 'thing-paper',
  arbetstraning: 'help-work',
  praktik: 'help-work',
  'stod-pa-jobbet': 'help-work',
  lakarintyg: 'thing-paper',
  'mentor-i-skolan': 'help-school',
  'anpassningar-i-skolan': 'help-school',
  'sarskilt-stod-i-skolan': 'help-school',
  'vuxen-i-klassrummet': 'help-school',
  'anpassad-studiegang': 'help-school',
  laxhjalp: 'help-school',
  'samtal-med-elevhalsan': 'help-talk',
  studievagledning: 'help-talk',
  fritidsaktivitet: 'area-leisure',
  lager: 'area-leisure',
  'hjalp-med-djur': 'help-animals',
  'ringa-upp': 'thing-call',
  videosamtal: 'thing-video',
  paminnelse: 'thing-phone',
  'rad-och-stod': 'help-talk',
  'nytt-sip-mote': 'thing-calendar',
} as const satisfies Record<string, CodedPicture>;

/** What a talk can be about. */
const areas = {
  hemmet: 'area-home',
  familj: 'area-family',
  vanner: 'area-friends',
  skola: 'area-school',
  arbete: 'area-work',
  pengar: 'area-money',
  halsa: 'area-health',
  somn: 'area-sleep',
  fritid: 'area-leisure',
  resor: 'area-travel',
  trygghet: 'area-safety',
  vardag: 'area-everyday',
  framtid: 'area-future',
} as const satisfies Record<string, CodedPicture>;

/** How often, and when. */
const timings = {
  'varje-dag': 'thing-calendar',
  'en-gang-om-dagen': 'thing-time',
  'tva-ganger-om-dagen': 'thing-time',
  'tre-ganger-om-dagen': 'thing-time',
  'varje-morgon': 'thing-time',
  'varje-kvall': 'thing-time',
  'varje-natt': 'area-sleep',
  'dygnet-runt': 'thing-time',
  'pa-vardagar': 'thing-calendar',
  'pa-helger': 'thing-calendar',
  'en-gang-i-veckan': 'thing-calendar',
  'tva-ganger-i-veckan': 'thing-calendar',
  'tre-ganger-i-veckan': 'thing-calendar',
  'varannan-vecka': 'thing-calendar',
  'en-gang-i-manaden': 'thing-calendar',
  'en-gang-i-halvaret': 'thing-calendar',
  'en-gang-om-aret': 'thing-calendar',
  'den-har-veckan': 'thing-calendar',
  'inom-en-vecka': 'thing-calendar',
  'inom-en-manad': 'thing-calendar',
  'fore-nasta-mote': 'thing-calendar',
  'nar-du-behover': 'thing-call',
  'tills-vi-bestammer-annat': 'thing-calendar',
} as const satisfies Record<string, CodedPicture>;

/** Who does it. */
const functions = {
  sjukskoterska: 'person',
  distriktsskoterska: 'person',
  underskoterska: 'person',
  lakare: 'help-doctor',
  psykiater: 'help-doctor',
  psykolog: 'help-talk',
  kurator: 'help-talk',
  behandlare: 'help-talk',
  skotare: 'person',
  arbetsterapeut: 'area-everyday',
  fysioterapeut: 'help-exercise',
  logoped: 'help-talk',
  dietist: 'area-everyday',
  barnmorska: 'person',
  'bvc-skoterska': 'person',
  tandlakare: 'area-health',
  bistandshandlaggare: 'help-application',
  'lss-handlaggare': 'help-application',
  socialsekreterare: 'person',
  familjebehandlare: 'area-family',
  boendestodjare: 'help-at-home',
  stodassistent: 'person',
  'personlig-assistent': 'help-company',
  enhetschef: 'person',
  'case-manager': 'person',
  vardsamordnare: 'thing-calendar',
  'personligt-ombud': 'person',
  'god-man': 'help-money',
  forvaltare: 'help-money',
  anhorigkonsulent: 'help-respite',
  rektor: 'help-school',
  larare: 'help-school',
  mentor: 'help-school',
  specialpedagog: 'help-school',
  skolskoterska: 'area-health',
  skolkurator: 'help-talk',
  'studie-och-yrkesvagledare': 'help-school',
  forskollarare: 'help-school',
  arbetsformedlare: 'help-work',
  forsakringshandlaggare: 'help-money',
  tolk: 'help-interpreter',
  motesledare: 'part-1-opening',
} as const satisfies Record<string, CodedPicture>;

/** Where they are. */
const services = {
  vardcentralen: 'help-doctor',
  hemsjukvarden: 'area-health',
  hemtjansten: 'help-homecare',
  socialtjansten: 'part-3-needs',
  'ekonomiskt-bistand': 'help-money',
  funktionsstod: 'part-3-needs',
  familjeratten: 'area-family',
  regionen: 'area-health',
  kommunen: 'area-home',
  sjukhuset: 'help-doctor',
  akuten: 'help-doctor',
  psykiatrin: 'help-talk',
  bup: 'help-talk',
  beroendemottagningen: 'help-talk',
  habiliteringen: 'help-exercise',
  rehab: 'help-exercise',
  bvc: 'area-family',
  barnmorskemottagningen: 'area-family',
  ungdomsmottagningen: 'help-talk',
  elevhalsan: 'help-school',
  skolan: 'help-school',
  forskolan: 'help-school',
  forsakringskassan: 'help-money',
  arbetsformedlingen: 'help-work',
  kriminalvarden: 'person',
  overformyndaren: 'thing-paper',
  kronofogden: 'help-money',
  polisen: 'area-safety',
  tandvarden: 'area-health',
  minnesmottagningen: 'help-doctor',
  'sjukvard-1177': 'thing-call',
  patientnamnden: 'thing-letter',
  forening: 'help-group',
} as const satisfies Record<string, CodedPicture>;

export type HelpId = keyof typeof helps;

export type CodedId =
  | HelpId
  | keyof typeof areas
  | keyof typeof timings
  | keyof typeof functions
  | keyof typeof services;

export interface Coded {
  readonly id: CodedId;
  readonly kind: CodedKind;
  readonly picture: CodedPicture;
}

const entriesOf = (
  kind: CodedKind,
  pictures: Partial<Readonly<Record<CodedId, CodedPicture>>>,
): readonly Coded[] =>
  Object.entries(pictures).map(([id, picture]) => ({ id: id as CodedId, kind, picture }));

/** In the order in which equal matches are offered. */
export const catalogue: readonly Coded[] = [
  ...entriesOf('help', helps),
  ...entriesOf('area', areas),
  ...entriesOf('timing', timings),
  ...entriesOf('function', functions),
  ...entriesOf('service', services),
];

const byId: ReadonlyMap<string, Coded> = new Map(catalogue.map((coded) => [coded.id, coded]));

/** Null for a code of a newer program. */
export const codedOf = (id: string): Coded | null => byId.get(id) ?? null;
