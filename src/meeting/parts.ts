/**
 * The five parts of the meeting circle and how the time is shared between them. Names and order are those of the
 * circle (domain.md 1.3); the shares are our own default, since no text states any (domain.md 1.4).
 */

export const parts = [
  'inledning',
  'aktuellSituation',
  'behov',
  'sammanfattning',
  'avslutning',
] as const;

export type Part = (typeof parts)[number];

/** Whole per cent for each part; they make 100 together and Behov is always the longest. */
export type Shares = Readonly<Record<Part, number>>;

export const defaultShares: Shares = {
  inledning: 10,
  aktuellSituation: 15,
  behov: 50,
  sammanfattning: 15,
  avslutning: 10,
};

/** What can be chosen under **Hur långt?**, in minutes (field.md 25). */
export const meetingLengths = [20, 30, 45, 60, 90] as const;

export const leastShare = 5;

/** Whole minutes for each part that together make the meeting. Behov, the longest, comes first to what is over. */
export const wholeMinutes = (minutes: number, shares: Shares): Readonly<Record<Part, number>> => {
  const exact = (part: Part): number => (minutes * shares[part]) / 100;
  const over = (part: Part): number => exact(part) - Math.floor(exact(part));
  const left = minutes - parts.reduce((sum, part) => sum + Math.floor(exact(part)), 0);
  const first = [...parts]
    .sort((a, b) => over(b) - over(a) || Number(b === 'behov') - Number(a === 'behov'))
    .slice(0, left);
  const of = (part: Part): number => Math.floor(exact(part)) + (first.includes(part) ? 1 : 0);
  return {
    inledning: of('inledning'),
    aktuellSituation: of('aktuellSituation'),
    behov: of('behov'),
    sammanfattning: of('sammanfattning'),
    avslutning: of('avslutning'),
  };
};

/** 1 for Inledning to 5 for Avslutning. */
export const partNumber = (part: Part): number => parts.indexOf(part) + 1;

export const nextPart = (part: Part): Part | null => parts[parts.indexOf(part) + 1] ?? null;

export const previousPart = (part: Part): Part | null => parts[parts.indexOf(part) - 1] ?? null;

/**
 * Any five numbers become shares that hold: whole, none under `leastShare`, 100 together, Behov the longest.
 * What already holds comes back as it was.
 */
export const fitShares = (wanted: Readonly<Record<Part, number>>): Shares => {
  const raw = parts.map((part) => {
    const value = wanted[part];
    return Number.isFinite(value)
      ? Math.min(100, Math.max(leastShare, value))
      : defaultShares[part];
  });
  const sum = raw.reduce((total, value) => total + value, 0);
  const free = 100 - leastShare * parts.length;
  const spread = sum - leastShare * parts.length;
  const fitted = raw.map((value) =>
    spread === 0 ? leastShare : leastShare + Math.floor(((value - leastShare) * free) / spread),
  );
  const behov = parts.indexOf('behov');
  const at = (index: number): number => fitted[index] ?? leastShare;
  fitted[behov] = at(behov) + 100 - fitted.reduce((total, value) => total + value, 0);
  for (;;) {
    const longest = parts
      .map((_, index) => index)
      .filter((index) => index !== behov)
      .reduce((best, index) => (at(index) > at(best) ? index : best));
    if (at(behov) > at(longest)) break;
    fitted[longest] = at(longest) - 1;
    fitted[behov] = at(behov) + 1;
  }
  return {
    inledning: at(0),
    aktuellSituation: at(1),
    behov: at(2),
    sammanfattning: at(3),
    avslutning: at(4),
  };
};

/** One part gets another share. What it takes is taken from Behov, as far as Behov stays the longest. */
export const withShare = (
  shares: Shares,
  part: Exclude<Part, 'behov'>,
  percent: number,
): Shares => {
  const now = fitShares(shares);
  const rest = parts.filter((other) => other !== part && other !== 'behov');
  const restSum = rest.reduce((sum, other) => sum + now[other], 0);
  const restLongest = Math.max(...rest.map((other) => now[other]));
  const holds = (share: number): boolean => {
    const behov = 100 - restSum - share;
    return behov > share && behov > restLongest;
  };
  let share = Number.isFinite(percent)
    ? Math.max(leastShare, Math.min(100, Math.round(percent)))
    : now[part];
  while (share > leastShare && !holds(share)) share -= 1;
  return { ...now, [part]: share, behov: 100 - restSum - share };
};
