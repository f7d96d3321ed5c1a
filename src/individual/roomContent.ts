import { areaPicture } from './areaPicture.ts';
import { helpPicture } from './helpPicture.ts';
import {
  type RoomBlock,
  type RoomNamed,
  type RoomPicture,
  type RoomSection,
  rowOf,
} from './roomBlocks.ts';
import { closingRows } from './roomClosing.ts';
import {
  dotted,
  joined,
  placeWords,
  type RoomWords,
  severalWords,
  tallyWords,
  undecidedWords,
  whenWords,
  whoWords,
} from './roomPhrases.ts';
import type {
  RoomAway,
  RoomBody,
  RoomDoings,
  RoomPerson,
  RoomRow,
  RoomTally,
  RoomWhen,
} from './roomShape.ts';

/** Help that has no picture of its own. */
const anyHelp: RoomPicture = 'part-3-needs';
const mostNames = 8;
const mostTexts = 2;
/** More stones than this would push the step's words away. */
const mostStones = 6;

/**
 * The content field of a part, as sections to be dealt out on pages; or as cards that scroll, one thing each, where there
 * is time to read what the help is.
 */
export const roomSections = (
  body: RoomBody | RoomAway,
  all: RoomWords,
  as: 'pages' | 'cards' = 'pages',
): readonly RoomSection[] => {
  const words: RoomWords = as === 'cards' ? all : { ...all, explained: () => '' };
  const { t } = words;
  if (body.part === 'ute') {
    const rows = body.rows.map(({ text, doing }) =>
      doing === null ? rowOf('none', text) : needRow(doing, words),
    );
    return [{ sentence: t('room:away.title'), head: [], rows, tail: [] }];
  }
  const sentence = t(`room:part.${body.part}.line`);
  switch (body.part) {
    case 'inledning':
      return [{ sentence, head: [], tail: [], rows: openingBlocks(body.own, body.people, words) }];
    case 'aktuellSituation':
      return [
        {
          sentence,
          head: [],
          tail: [],
          rows: [
            { kind: 'question', text: t('room:important') },
            ...own(body.own),
            {
              kind: 'columns',
              columns: [
                {
                  picture: 'sun',
                  heading: t('room:worksWell'),
                  texts: body.worksWell.slice(0, mostTexts),
                },
                {
                  picture: 'cloud',
                  heading: t('room:worksLess'),
                  texts: body.worksLess.slice(0, mostTexts),
                },
              ],
            },
            ...body.more.map((text) => rowOf(areaPicture(text), text)),
          ],
        },
      ];
    case 'behov':
      return needSections(body, words);
    case 'sammanfattning': {
      const agreed: RoomSection = {
        sentence,
        head: [],
        rows: body.people.map((each) => doingsRow(each, words)),
        // Where there is room for answers, each question has its own place.
        tail:
          as === 'cards'
            ? []
            : [{ kind: 'line', strong: true, text: `${t('room:unclear')} ${t('room:sounds')}` }],
      };
      return body.disagreements.length === 0
        ? [agreed]
        : [
            agreed,
            {
              sentence: t('room:disagreements'),
              head: [],
              rows: body.disagreements.map((text) => rowOf('none', text)),
              tail: [],
            },
          ];
    }
    case 'avslutning':
      return [
        {
          sentence,
          head: [],
          rows: closingRows(body, words, as === 'cards'),
          tail: [],
        },
        // Who scrolls has all of it in one place at the end: also who does what.
        ...(as === 'pages' || body.people.length === 0
          ? []
          : [
              {
                sentence:
                  tallyWords(tallyOfDoings(body.people), words) ||
                  t('room:part.sammanfattning.name'),
                head: [],
                rows: body.people.map((each) => doingsRow(each, words)),
                tail: [],
              },
            ]),
      ];
  }
};

/** Counted as one who scrolls counts: what two do stands with both, and is one thing. */
const tallyOfDoings = (people: readonly RoomDoings[]): RoomTally => {
  const count = (isWaiting: boolean): number => {
    const named = people.filter(({ who }) => isWaiting || who === 'self' || who.name !== '');
    const rows = named.flatMap(({ rows }) => rows);
    return new Set(
      rows
        .filter((row) => (row.undecided !== null) === isWaiting)
        .map((row) => JSON.stringify(row)),
    ).size;
  };
  return { agreed: count(false), waiting: count(true) };
};

const own = (text: string | null): readonly RoomBlock[] =>
  text === null ? [] : [{ kind: 'own', text }];

const openingBlocks = (
  text: string | null,
  people: readonly RoomPerson[],
  words: RoomWords,
): readonly RoomBlock[] => {
  const named = people.map((person): RoomNamed => {
    if (person.kind === 'individual') {
      return {
        name: person.name ?? words.t('room:you'),
        what: words.t(person.leads ? 'room:youLead' : 'room:yourMeeting'),
      };
    }
    const what = joined(words, ...person.what.map((place) => placeWords(place, words)));
    if (person.leads) return { name: person.name, what: words.t('room:leads') };
    return { name: person.name, what: person.supports ? words.t('room:supports') : what };
  });
  const more = named.length - mostNames;
  const shown: readonly RoomNamed[] =
    more > 0
      ? [...named.slice(0, mostNames), { name: words.t('room:more', { count: more }), what: '' }]
      : named;
  return [
    ...own(text),
    ...(shown.length === 0 ? [] : [{ kind: 'people', people: shown } as const]),
  ];
};

const needSections = (
  body: Extract<RoomBody, { part: 'behov' }>,
  words: RoomWords,
): readonly RoomSection[] => {
  const { t } = words;
  const sentence = t('room:part.behov.line');
  const section = (head: readonly RoomBlock[], rows: readonly RoomBlock[]): RoomSection => ({
    sentence,
    head,
    rows,
    tail: [],
  });
  if (body.steps.length === 0) return [section([], [])];
  const named = body.steps.filter((step) => step.number !== null).length;
  const goals =
    body.goals.length === 0
      ? []
      : [
          section(
            [],
            body.goals.map((text) => rowOf(areaPicture(text), text, t('room:longTerm'))),
          ),
        ];
  return [
    ...goals,
    ...body.steps.map((step) =>
      section(
        step.number === null || step.text === null
          ? []
          : [
              {
                kind: 'step',
                text: t('room:step', { number: step.number, text: step.text }),
                stones: named > 1 && named <= mostStones ? { here: step.number, of: named } : null,
              },
            ],
        step.rows.map((each) => needRow(each, words)),
      ),
    ),
  ];
};

const needRow = (each: RoomRow, words: RoomWords): RoomBlock => {
  const isOwn = each.who.length > 0 && each.who.every((who) => who === 'self');
  const picture =
    words.pictureOf(each.text) ?? helpPicture(each.text) ?? (isOwn ? 'person-self' : anyHelp);
  if (each.undecided !== null) {
    const undecided = undecidedWords(each.undecided, words);
    return rowOf(picture, words.said(each.text), undecided, words.explained(each.text));
  }
  return rowOf(
    picture,
    words.said(each.text),
    dotted(severalWords(each.who, words), whenWords(each.when, words)),
    words.explained(each.text),
  );
};

/** "går ut efter kvällsmjölkningen, varje dag" */
const withoutStop = (text: string, when: RoomWhen | null): string =>
  when === null ? text : text.replace(/\.$/, '');

const asSentence = (text: string): string => (/[.!?…؟።]$/.test(text) ? text : `${text}.`);

const doingsRow = ({ who, rows }: RoomDoings, words: RoomWords): RoomBlock =>
  rowOf(
    who === 'self'
      ? 'person-self'
      : who.name === '' && who.place.kind === 'none'
        ? anyHelp
        : 'person',
    whoWords(who, words),
    ...rows.flatMap((each) => [
      each.undecided === null
        ? joined(words, withoutStop(words.said(each.text), each.when), whenWords(each.when, words))
        : `${asSentence(words.said(each.text))} ${undecidedWords(each.undecided, words)}`,
      words.explained(each.text),
    ]),
  );
