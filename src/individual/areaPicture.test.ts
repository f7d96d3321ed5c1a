import { describe, expect, it } from 'vitest';
import { areaPicture } from './areaPicture.ts';

const told = [
  ['Träffa barnbarnen mer', 'area-family'],
  ['Vara med familjen', 'area-family'],
  ['Behålla gården', 'area-farm'],
  ['Få vänner', 'area-friends'],
  ['Bo kvar hemma', 'area-home'],
  ['Ordning på pengarna', 'area-money'],
  ['Gå i skolan varje dag', 'area-school'],
  ['Kunna sova på natten', 'area-sleep'],
  ['Börja arbeta igen', 'area-work'],
  ['Ett jobb som jag klarar', 'area-work'],
  // Two areas, or not that one.
  ['Behålla gården och kunna sova', 'none'],
  ['Inte jobba så mycket', 'none'],
  // A word inside of another is no sign for it.
  ['Skolsköterskan är snäll', 'none'],
  ['Familjehemmet', 'none'],
  ['', 'none'],
] as const;

describe('the picture of an area of life', () => {
  it.each(told)('%s → %s', (text, picture) => {
    expect(areaPicture(text)).toBe(picture);
  });
});
