import type { JSX } from 'preact';
import { Picture } from '../ui/Picture/Picture.tsx';
import './roomField.css';
import { RoomText } from './RoomText.tsx';
import type { RoomBlock, RoomColumn, RoomNamed, RoomStones } from './roomBlocks.ts';

/** The content field: the blocks of one page, as they were dealt out. Draws, decides nothing. */
export function RoomField({ blocks }: { readonly blocks: readonly RoomBlock[] }): JSX.Element {
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={keyOf(block, index)} block={block} />
      ))}
    </>
  );
}

const keyOf = (block: RoomBlock, index: number): string =>
  block.kind === 'people' || block.kind === 'columns'
    ? `${block.kind}${index}`
    : `${block.kind}${index}${block.text}`;

function Block({ block }: { readonly block: RoomBlock }): JSX.Element {
  switch (block.kind) {
    case 'own':
      return (
        <blockquote class="room__own">
          <RoomText text={`”${block.text}”`} />
        </blockquote>
      );
    case 'question':
      return (
        <h3 class="room__question">
          <RoomText text={block.text} />
        </h3>
      );
    case 'step':
      return (
        <h3 class="room__step">
          {block.stones === null ? (
            <Picture name="thing-flag" class="room__flag" />
          ) : (
            <Stones {...block.stones} />
          )}
          <span>
            <RoomText text={block.text} />
          </span>
        </h3>
      );
    case 'line':
      return (
        <p class={block.strong ? 'room__line room__line--strong' : 'room__line'}>
          <RoomText text={block.text} />
        </p>
      );
    case 'people':
      return <People people={block.people} />;
    case 'columns':
      return (
        <div class="room__columns">
          {block.columns.map((column) => (
            <Column key={column.heading} column={column} />
          ))}
        </div>
      );
    case 'row':
      return <Row {...block} />;
  }
}

/** The way in steps, filled up to the one that is talked about. Its number stands in the words beside. */
function Stones({ here, of }: RoomStones): JSX.Element {
  const stones = Array.from({ length: of }, (_, index) => index + 1);
  return (
    <span class="room__stones" aria-hidden="true">
      {stones.map((stone) => (
        <span key={stone} class={stone <= here ? 'room__stone room__stone--here' : 'room__stone'} />
      ))}
    </span>
  );
}

function Row({ picture, text, lines }: Extract<RoomBlock, { kind: 'row' }>): JSX.Element {
  return (
    <div class={picture === 'none' ? 'room__row room__row--bare' : 'room__row'}>
      {picture !== 'none' && <Picture name={picture} class="room__picture" />}
      <div class="room__words">
        <p class="room__text">
          <RoomText text={text} />
        </p>
        {lines.map((line) => (
          <p key={line} class="room__second">
            <RoomText text={line} />
          </p>
        ))}
      </div>
    </div>
  );
}

function People({ people }: { readonly people: readonly RoomNamed[] }): JSX.Element {
  return (
    <ul class="room__people">
      {people.map((person) => (
        <li key={`${person.name} ${person.what}`}>
          <p class="room__name">
            <RoomText text={person.name} />
          </p>
          {person.what !== '' && (
            <p class="room__second">
              <RoomText text={person.what} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Column({ column }: { readonly column: RoomColumn }): JSX.Element {
  return (
    <section class="room__column">
      <h3 class="room__column-heading">
        <Picture
          name={column.picture === 'sun' ? 'weather-sun' : 'weather-cloud'}
          class="room__picture"
        />
        <span>
          <RoomText text={column.heading} />
        </span>
      </h3>
      {column.texts.map((text) => (
        <p key={text} class="room__second">
          <RoomText text={text} />
        </p>
      ))}
    </section>
  );
}
