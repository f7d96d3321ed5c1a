/** What a whole meeting shows, part by part, as the leader's window sends it: with Swedish words of usual lengths. */
import type { LanguageCode } from '../../src/i18n/languages.ts';
import type { RoomScene, RoomView } from '../../src/individual/roomShape.ts';
import type { Part } from '../../src/meeting/parts.ts';

const eva = { name: 'Eva', place: { kind: 'authority', authority: 'region' } } as const;
const per = { name: 'Per', place: { kind: 'authority', authority: 'kommun' } } as const;
const lisa = { name: 'Lisa', place: { kind: 'words', text: 'Boendestöd Centrum' } } as const;
const before = { every: null, before: '2026-12-01', text: '' } as const;
const weekly = { every: 'vecka', before: null, text: '' } as const;
const daily = { every: 'dag', before: null, text: '' } as const;
const decided = { undecided: null } as const;
const medicines = { text: 'Läkemedelsgenomgång', when: before, ...decided };
const talk = { text: 'Stödsamtal', when: weekly, ...decided };
const walk = { text: 'Promenad', when: daily, ...decided };
const waits = {
  text: 'Kontaktperson',
  when: null,
  undecided: { by: 'Lisa', date: '2026-12-15' },
} as const;
const agreed = { agreed: 3, waiting: 1 };
const own = 'Jag vill sova bättre och orka med gården själv, utan att någon bestämmer åt mig.';
const doings = [
  { who: eva, rows: [medicines] },
  { who: per, rows: [talk] },
  { who: lisa, rows: [waits] },
  { who: 'self', rows: [walk] },
] as const;

type Body = Extract<RoomScene, { kind: 'running' }>['body'];

const running = (part: Part, next: Part | null, body: Body): RoomScene => ({
  kind: 'running',
  part,
  next,
  time: { kind: 'left', minutes: 15, fraction: 0.6 },
  round: { now: 'Eva', next: 'Per' },
  page: 0,
  body,
});

export const wallScenes: readonly (readonly [string, RoomScene])[] = [
  [
    'Inledning',
    running('inledning', 'aktuellSituation', {
      part: 'inledning',
      own,
      people: [
        { kind: 'individual', name: 'Lars', leads: true },
        {
          kind: 'other',
          name: 'Eva',
          leads: false,
          supports: true,
          what: [
            { kind: 'words', text: 'sjuksköterska' },
            { kind: 'authority', authority: 'region' },
          ],
        },
        {
          kind: 'other',
          name: 'Per',
          leads: true,
          supports: false,
          what: [
            { kind: 'words', text: 'behandlare' },
            { kind: 'authority', authority: 'kommun' },
          ],
        },
        { kind: 'other', name: 'Anna', leads: false, supports: false, what: [{ kind: 'none' }] },
      ],
    }),
  ],
  [
    'Aktuell situation',
    running('aktuellSituation', 'behov', {
      part: 'aktuellSituation',
      own,
      worksWell: ['Arbetet på gården', 'Pratar med sin syster på söndagar'],
      worksLess: ['Sömnen', 'Ekonomin och alla papper som kommer'],
      more: ['Att behålla gården', 'Hästarna'],
    }),
  ],
  [
    'Aktuell situation, tom',
    running('aktuellSituation', 'behov', {
      part: 'aktuellSituation',
      own: null,
      worksWell: [],
      worksLess: [],
      more: [],
    }),
  ],
  [
    'Behov',
    running('behov', 'sammanfattning', {
      part: 'behov',
      goals: ['Bo kvar på gården och må bättre'],
      steps: [
        {
          number: 1,
          text: 'Sova minst sex timmar varje natt',
          rows: [
            { ...medicines, who: [eva] },
            { ...talk, who: [per, lisa] },
          ],
        },
        {
          number: 2,
          text: 'Komma ut varje dag',
          rows: [
            { ...walk, who: ['self'] },
            { ...waits, who: [] },
          ],
        },
      ],
      agreed,
    }),
  ],
  [
    'Sammanfattning',
    running('sammanfattning', 'avslutning', {
      part: 'sammanfattning',
      people: doings,
      disagreements: ['Hur ofta boendestödet kommer'],
      lead: per,
      agreed,
    }),
  ],
  [
    'Avslutning',
    running('avslutning', null, {
      part: 'avslutning',
      people: doings,
      next: { date: '2026-12-14', time: '13:00', place: 'Vårdcentralen, rum 4', caller: 'Per' },
      ask: [
        { about: 'Hela planen', name: 'Eva', phone: '070-174 06 05', hours: 'Vardagar 9–15' },
        { about: 'Boendestödet', name: 'Lisa', phone: '070-174 06 06', hours: '' },
      ],
      copy: 'paper',
      over: false,
    }),
  ],
  ['paus', { kind: 'paused', part: 'behov', until: Date.UTC(2026, 10, 30, 12, 30) }],
  ['dold', { kind: 'hidden', part: 'behov', time: { kind: 'soon', fraction: 0.1 } }],
  ['före', { kind: 'waiting' }],
  ['tack', { kind: 'thanks' }],
];

export const wallView = (language: LanguageCode, scene: RoomScene, page: number): RoomView => ({
  screenName: 'Lars',
  language,
  forChild: false,
  shares: [10, 20, 50, 10, 10],
  scene: scene.kind === 'running' ? { ...scene, page } : scene,
  away: null,
  end: null,
});
