/**
 * Which picture stands at a row in Behov, by the usual names of forms of help. It helps who reads with effort, and must
 * never say something false: whole words only, a picture that shows one thing is not used for its whole kind (a
 * wheelchair is no sign for every aid), and where two kinds are named, or something is said not to be, it is the neutral one.
 */
export const helpKinds = [
  'aids',
  'animals',
  'application',
  'at-home',
  'company',
  'doctor',
  'exercise',
  'group',
  'homecare',
  'interpreter',
  'medicine',
  'money',
  'respite',
  'school',
  'talk',
  'transport',
  'work',
] as const;

export type HelpKind = (typeof helpKinds)[number];

/** A word, or words after each other, with the endings that a noun or verb takes. */
const names: Readonly<Record<HelpKind, readonly RegExp[]>> = {
  aids: [/rullstol(en|ar|arna)?/u],
  animals: [/(hjälp med|sköta) (djuren|hunden|katten|hästarna|korna)/u, /hundvakt(en)?/u],
  application: [/ansök(a|er|an|ning|ningar)/u],
  'at-home': [/boendestöd(et|jare|jaren)?/u],
  company: [/ledsag(a|ar|ning|are|aren|arservice)/u, /följ(a|er) med( dig)?/u],
  doctor: [/läkarbesök(et|en)?/u, /läkartid(en|er)?/u, /hälso(undersökning|kontroll)(en|ar)?/u],
  exercise: [/promenad(en|er)?/u, /promenera[r]?/u, /motion(era|erar)?/u, /fysisk aktivitet/u],
  group: [/grupp(en|er|träff|träffar)?/u, /(samtals|föräldra|självhjälps|anhörig)grupp(en|er)?/u],
  homecare: [/hemtjänst(en)?/u, /städ(a|ar|ning|hjälp)/u],
  interpreter: [/tolk(en|ar|ning)?/u],
  medicine: [/medicin(en|er|erna)?/u, /läkemedel(s|slista|sgenomgång)?/u, /dosett(en)?/u],
  money: [/ekonomi(n)?/u, /budget(en)?/u, /skuldrådgivning(en)?/u, /skulder(na)?/u],
  respite: [/avlastning(en)?/u, /avlösning(en)?/u, /avlösarservice/u],
  school: [/läxhjälp(en)?/u, /läxor(na)?/u],
  talk: [/(stöd)?samtal(et|en)?/u, /samtals(stöd|kontakt|terapi)/u],
  transport: [/färdtjänst(en)?/u, /skolskjuts(en)?/u],
  work: [/arbetsträning(en)?/u, /arbetsprövning(en)?/u, /praktik(plats)?/u],
};

export interface KindPattern<Kind> {
  readonly kind: Kind;
  readonly pattern: RegExp;
}

/** Whole words only. */
export const patternsOf = <Kind extends string>(
  kinds: Readonly<Record<Kind, readonly RegExp[]>>,
): readonly KindPattern<Kind>[] =>
  (Object.keys(kinds) as Kind[]).map((kind) => ({
    kind,
    pattern: new RegExp(
      `(?<![\\p{L}-])(${kinds[kind].map(({ source }) => source).join('|')})(?![\\p{L}-])`,
      'iu',
    ),
  }));

const patterns = patternsOf(names);

const denied =
  /(?<!\p{L})(inte|inga|ingen|inget|utan|slut|sluta|slutar|avsluta|sluta med)(?!\p{L})/iu;

export const onlyKind = <Kind>(text: string, among: readonly KindPattern<Kind>[]): Kind | null => {
  if (denied.test(text)) return null;
  const found = among.filter(({ pattern }) => pattern.test(text));
  return found.length === 1 ? (found[0]?.kind ?? null) : null;
};

/** Null: no form of help is named, or more than one. */
export const helpPicture = (text: string): `help-${HelpKind}` | null => {
  const kind = onlyKind(text, patterns);
  return kind && `help-${kind}`;
};
