/**
 * The individual's own short copy of the plan, to be read on screen, aloud and on paper: one thought a line, in large
 * type, whom to ask first (field.md 19). In another language than Swedish all of ours stands in both.
 */
import type { ComponentChildren, JSX } from 'preact';
import { languageAttributes } from '../../i18n/languages.ts';
import type { LocalDate } from '../../shared/deps.ts';
import { Picture } from '../../ui/Picture/Picture.tsx';
import type { PictureName } from '../../ui/Picture/pictureNames.ts';
import { helpPicture } from '../helpPicture.ts';
import { RoomLanguage, RoomText } from '../RoomText.tsx';
import { capital, joined, severalWords, undecidedWords, whoWords } from '../roomPhrases.ts';
import type { EasyCopy as Copy, EasyDoings, EasyPerson, EasyTask } from './easyCopy.ts';
import type { EasyWords } from './easyWords.ts';
import './easyCopy.css';

export interface EasyCopyProps {
  readonly copy: Copy;
  readonly words: EasyWords;
  /** Whether it is a version, and of which day it is. */
  readonly state: { readonly isReady: boolean; readonly date: LocalDate };
  /** On screen the view has the title. */
  readonly form: 'screen' | 'paper';
}

export function EasyCopy({ copy, words, state, form }: EasyCopyProps): JSX.Element {
  const { say, room } = words;
  return (
    <RoomLanguage.Provider value={room.language}>
      <article
        class={room.language === null ? 'easy' : 'easy easy--two'}
        {...languageAttributes(words.language)}
      >
        {form === 'paper' && (
          <h1 class="easy__title">
            <RoomText text={say('easy:title')} />
          </h1>
        )}
        {copy.name !== '' && (
          <p class="easy__name">
            <bdi>{copy.name}</bdi>
          </p>
        )}
        <Lines
          lines={[
            say(state.isReady ? 'easy:now.ready' : 'easy:now.draft'),
            say('easy:now.date', ({ date }) => ({ date: date(state.date) })),
            room.language === null ? '' : room.both(({ t }) => t('room:written')),
            copy.guarded ? say('easy:guarded') : '',
          ]}
        />
        <Part heading={say('easy:ask.heading')}>
          {copy.lead !== '' && <Lines lines={[say('easy:ask.lead', { name: copy.lead })]} />}
          {copy.ask.map((person) => (
            <Lines
              key={`${person.name} ${person.phone} ${person.about}`}
              lines={askLines(person, words)}
              strong
            />
          ))}
          {copy.lead === '' && copy.ask.length === 0 && <Lines lines={[say('easy:ask.nobody')]} />}
        </Part>
        {copy.own !== '' && (
          <Part heading={say('easy:important')}>
            <blockquote class="easy__own">
              <RoomText text={`”${copy.own}”`} />
            </blockquote>
          </Part>
        )}
        {copy.goals.length + copy.steps.length > 0 && (
          <Part heading={say('easy:longTerm')}>
            <Lines
              lines={[
                ...copy.goals,
                ...copy.steps.map((text) => say('easy:decided.step', { text })),
              ]}
            />
          </Part>
        )}
        <Part heading={say('easy:decided.heading')} isLong>
          {copy.people.length === 0 && <Lines lines={[say('easy:decided.nothing')]} />}
          {copy.people.map((doings) => (
            <Doings key={JSON.stringify(doings.who)} doings={doings} words={words} />
          ))}
        </Part>
        {copy.undecided.length > 0 && (
          <Part heading={say('easy:undecided.heading')}>
            <Tasks tasks={copy.undecided} words={words} linesOf={undecidedLines} />
          </Part>
        )}
        <Part heading={say('easy:next.heading')}>
          <Lines lines={nextLines(copy, words)} strong={copy.next !== null} />
        </Part>
        <Part heading={say('easy:yours.heading')}>
          <Lines
            lines={[say('easy:yours.copy'), say('easy:yours.whole'), say('easy:yours.change')]}
          />
        </Part>
      </article>
    </RoomLanguage.Provider>
  );
}

interface PartProps {
  readonly heading: string;
  /** It may go on on the next page. */
  readonly isLong?: boolean;
  readonly children: ComponentChildren;
}

function Part({ heading, isLong = false, children }: PartProps): JSX.Element {
  return (
    <section class={isLong ? 'easy__part easy__part--long' : 'easy__part'}>
      <h2 class="easy__heading">
        <RoomText text={heading} />
      </h2>
      {children}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  /** The first is what it is about. */
  readonly strong?: boolean;
}

function Lines({ lines, strong = false }: LinesProps): JSX.Element {
  return (
    <div class="easy__lines">
      {lines
        .filter((line) => line !== '')
        .map((line, place) => (
          <p key={line} class={strong && place === 0 ? 'easy__first' : undefined}>
            <RoomText text={line} />
          </p>
        ))}
    </div>
  );
}

function Doings({
  doings: { who, tasks },
  words,
}: {
  readonly doings: EasyDoings;
  readonly words: EasyWords;
}): JSX.Element {
  const { say, room } = words;
  const heading =
    who === null
      ? say('easy:who.nobody')
      : who === 'self'
        ? say('easy:who.self')
        : room.both((each) => capital(whoWords(who, each)));
  return (
    <section class="easy__person">
      <h3 class="easy__who">
        {who !== null && <Picture name={who === 'self' ? 'person-self' : 'person'} size={40} />}
        <span class="easy__words">
          <RoomText text={heading} />
        </span>
      </h3>
      <Tasks tasks={tasks} words={words} linesOf={taskLines} />
    </section>
  );
}

interface TasksProps {
  readonly tasks: readonly EasyTask[];
  readonly words: EasyWords;
  readonly linesOf: (task: EasyTask, words: EasyWords) => readonly string[];
}

function Tasks({ tasks, words, linesOf }: TasksProps): JSX.Element {
  return (
    <ul class="easy__tasks">
      {tasks.map((task) => (
        <li key={task.id} class="easy__task">
          <Picture name={pictureOf(task)} size={56} part={3} />
          <Lines
            lines={[
              words.room.both(({ said }) => said(task.text)),
              words.explain(task.text),
              ...linesOf(task, words),
            ]}
            strong
          />
        </li>
      ))}
    </ul>
  );
}

/** As in the shared view: one that says something false is worse than one that says little. */
const pictureOf = ({ text, who }: EasyTask): PictureName =>
  helpPicture(text) ??
  (who.length > 0 && who.every((each) => each === 'self') ? 'person-self' : 'part-3-needs');

/** After a name; a coded word that is the same keeps the small letter it was written with. */
const inLine = (text: string, { said }: EasyWords['room']): string =>
  said(text).toLowerCase() === text.toLowerCase() ? text : said(text);

const askLines = (person: EasyPerson, { say, room }: EasyWords): readonly string[] => {
  const { name, about, phone, hours } = person;
  return [
    room.both((each) =>
      joined(each, name, inLine(person.function, each), inLine(person.service, each)),
    ),
    about === '' ? '' : say('easy:ask.about', { about }),
    phone === '' ? '' : say('easy:ask.phone', { phone }),
    hours === '' ? '' : say('easy:ask.hours', { hours }),
  ];
};

const taskLines = (task: EasyTask, words: EasyWords): readonly string[] => {
  const { say, room } = words;
  const { when, where } = task;
  return [
    severalLine(task, words),
    when === null || when.every === null ? '' : say(`easy:every.${when.every}`),
    when === null ? '' : room.both(({ said }) => capital(said(when.text))),
    when === null || when.before === null ? '' : before(when.before, words),
    where === '' ? '' : say('easy:where', { place: where }),
  ];
};

/** Who does it together with the one under whose name it stands. */
const severalLine = ({ who }: EasyTask, { say, room }: EasyWords): string => {
  if (who.length < 2) return '';
  const names = who.flatMap((each) => (each === 'self' || each.name === '' ? [] : [each.name]));
  return names.length === who.length
    ? say('easy:who.others', ({ list }) => ({ names: list(names) }))
    : room.both((each) => capital(severalWords(who, each)));
};

const before = (day: LocalDate, { say }: EasyWords): string =>
  say('easy:before', ({ dayMonth }) => ({ date: dayMonth(day) }));

const undecidedLines = (
  { undecided, isApplied }: EasyTask,
  { say, room }: EasyWords,
): readonly string[] => {
  if (undecided === null) return [];
  const { by, date } = undecided;
  if (by === '' && date === null) return [say('easy:undecided.plain')];
  if (by === '' || date === null) return [room.both((each) => undecidedWords(undecided, each))];
  return [
    say(`easy:undecided.${isApplied ? 'soks' : 'provas'}`, ({ dayMonth }) => ({
      by,
      date: dayMonth(date),
    })),
  ];
};

const nextLines = ({ next }: Copy, { say, room }: EasyWords): readonly string[] => {
  if (next === null) return [say('easy:next.none')];
  const { date, time, place, caller } = next;
  return [
    room.both(({ weekday }) => capital(weekday(date))),
    time === '' ? '' : say('easy:next.time', ({ time: clock }) => ({ time: clock(time) })),
    place === '' ? '' : say('easy:where', { place }),
    caller === '' ? '' : room.both(({ t }) => t('room:next.caller', { name: caller })),
  ];
};
