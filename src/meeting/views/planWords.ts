import type { Translate } from '../../i18n/keys.ts';
import type {
  Authority,
  Decision,
  Doer,
  Participant,
  Register,
  SipPlan,
  Timing,
} from '../../plan/model.ts';

/**
 * Names and coded values of the plan in the leader's words. Nobody is called by a pronoun: the program does not
 * know it (field.md 25).
 */

/** The value; with two writes at once the first of them, until somebody has chosen. */
export const settled = <T>(register: Register<T>): T | null =>
  register.value ?? register.both[0]?.value ?? null;

/** What the screens call the one whose plan it is. */
export const individualName = (plan: SipPlan): string => {
  const own = settled(plan.name)?.trim() ?? '';
  if (own !== '') return firstWord(own);
  const person = plan.participants.find((each) => each.isIndividual);
  return firstWord(person?.name ?? '') || (settled(plan.screenName) ?? '').trim();
};

/** "Eva" of "Eva Nilsson"; the whole name when two around the table share the first. */
export const shortName = (plan: SipPlan, person: Participant): string => {
  const whole = person.name.trim();
  if (whole === '') return person.function.trim() || person.service.trim();
  const first = firstWord(whole);
  const shared = plan.participants.some(
    (other) => other.id !== person.id && firstWord(other.name) === first,
  );
  return shared ? whole : first;
};

/** Somebody who is there for a service, not as a private person. */
export const isStaff = (person: Participant): boolean =>
  !person.isIndividual && (person.service.trim() !== '' || isAuthority(settled(person.authority)));

const isAuthority = (authority: Authority | null): boolean =>
  authority === 'region' || authority === 'kommun';

/** "Eva (region)"; without brackets for those who stand for no authority. */
export const personLabel = (plan: SipPlan, person: Participant, t: Translate): string =>
  withAuthority(shortName(plan, person), settled(person.authority), t);

/** Who does it, as the table says it: the person, else the function. */
export const doerLabel = (plan: SipPlan, doer: Doer, t: Translate): string =>
  withAuthority(doerName(plan, doer), doer.authority, t);

export const doerName = (plan: SipPlan, doer: Doer): string => {
  const person = plan.participants.find((each) => each.id === doer.participantId);
  if (person !== undefined) return shortName(plan, person);
  return firstWord(doer.name) || doer.function.trim() || doer.service.trim();
};

/** The doer that a participant becomes: the authority comes along and can be changed (field.md 10). */
export const toDoer = (person: Participant): Doer => ({
  participantId: person.id,
  name: person.name,
  function: person.function,
  service: person.service,
  authority: settled(person.authority),
});

const withAuthority = (name: string, authority: Authority | null, t: Translate): string =>
  authority === null || authority === 'annan'
    ? name
    : t('meeting:who.withAuthority', { name, authority: t(`meeting:authority.low.${authority}`) });

/** "varje vecka", "före 1 juni", own words; empty when nothing is said. */
export const timingWords = (timing: Timing | null, t: Translate): string => {
  if (timing === null) return '';
  const words = [
    timing.every === null ? '' : t(`meeting:when.low.${timing.every}`),
    timing.before === null
      ? ''
      : t('meeting:when.low.before', { date: t.formats.dayMonth(timing.before) }),
    timing.text.trim(),
  ];
  return words.filter((word) => word !== '').join(', ');
};

/** The whole of a decision: "Prövas av Per, svar senast 1 juni". */
export const decisionWords = (decision: Decision, t: Translate): string => {
  switch (decision.kind) {
    case 'behovsInte':
    case 'fattat':
      return t(`meeting:decision.${decision.kind}`);
    case 'soks':
    case 'provas':
      return decision.date === null
        ? t(`meeting:decision.${decision.kind}NoDate`, { by: decision.by })
        : t(`meeting:decision.${decision.kind}Full`, {
            by: decision.by,
            date: t.formats.dayMonth(decision.date),
          });
  }
};

/** Whether the help still waits for somebody's answer. */
export const isUndecided = (decision: Decision | null): boolean =>
  decision?.kind === 'soks' || decision?.kind === 'provas';

/** First letter large, for a line that begins with a coded word. */
export const sentenceCase = (text: string): string =>
  text === '' ? '' : text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);

const firstWord = (name: string): string => name.trim().split(/\s+/)[0] ?? '';
