import type { Doer, Participant, SipPlan } from '../plan/model.ts';
import { isServiceOnScreen } from '../plan/screenService.ts';
import type { RoomRules } from './roomRules.ts';
import type { RoomAsk, RoomNextMeeting, RoomPerson, RoomPlace, RoomWho } from './roomShape.ts';

/** The people's side of the allow-list (`roomPlan.ts`): what may be said of who does something, leads, or can be asked. */

/** "Eva" of "Eva Nilsson"; the whole name when two around the table share the first. */
const shortName = (name: string, rules: RoomRules): string => {
  const whole = name.trim();
  const first = whole.split(/\s+/)[0] ?? '';
  const same = rules.plan.participants.filter(
    (other) => other.name.trim() !== whole && other.name.trim().split(/\s+/)[0] === first,
  );
  return same.length > 0 ? whole : first;
};

const words = (text: string): RoomPlace | null =>
  text.trim() === '' ? null : { kind: 'words', text: text.trim() };

/** The workplace, where it may stand on the screen; a name like "missbruksenheten" tells of somebody's life. */
const workplace = (person: Participant | null, rules: RoomRules): RoomPlace | null =>
  person === null || rules.guarded || isProtected(person) || !isServiceOnScreen(person)
    ? null
    : words(person.service);

const authorityPlace = (authority: string | null): RoomPlace | null =>
  authority === 'region' || authority === 'kommun' ? { kind: 'authority', authority } : null;

const named = (name: string, rules: RoomRules): Participant | null =>
  rules.plan.participants.find((each) => each.name.trim() === name.trim()) ?? null;

export const personOf = (doer: Doer, rules: RoomRules): Participant | null =>
  rules.plan.participants.find((each) => each.id === doer.participantId) ?? named(doer.name, rules);

export const isProtected = (person: Participant | null): boolean =>
  person !== null &&
  (person.protectedIdentity.value === true ||
    person.protectedIdentity.both.some((write) => write.value));

/** A name written in a field of its own; empty for somebody with protected identity. */
export const freeName = (name: string, rules: RoomRules): string =>
  isProtected(named(name, rules)) ? '' : shortName(name, rules);

/** Of a person with protected identity only the authority may be said; of a guarded case, no unit. */
export const whoDoes = (doer: Doer, rules: RoomRules): RoomWho => {
  const person = personOf(doer, rules);
  const hidden = isProtected(person);
  const where = workplace(person, rules);
  const authority = authorityPlace(doer.authority);
  const name = hidden ? '' : shortName(doer.name, rules);
  const role = doer.function.trim();
  // "Eva, sjuksköterska" says more about who comes than "Eva, regionen".
  return name === ''
    ? {
        name: role,
        place: where ?? authority ?? { kind: hidden && role === '' ? 'someone' : 'none' },
      }
    : {
        name,
        place: where ?? words(role || (person?.function ?? '')) ?? authority ?? { kind: 'none' },
      };
};

/** Names only after the person said yes to it. */
export const peopleOf = (rules: RoomRules): readonly RoomPerson[] =>
  rules.plan.participants
    .filter((person) => person.shown && !isProtected(person))
    .map((person): RoomPerson => {
      const leads = rules.leaders.includes(person.id);
      if (person.isIndividual) {
        return { kind: 'individual', name: screenNameOf(rules.plan), leads };
      }
      const place = workplace(person, rules) ?? authorityPlace(person.authority.value);
      const what = [words(person.function), place];
      return {
        kind: 'other',
        name: shortName(person.name, rules),
        leads,
        supports: rules.supporters.includes(person.id),
        what: what.filter((place) => place !== null),
      };
    })
    .filter((person) => person.kind === 'individual' || person.name !== '');

/** The one who holds the plan, once it is shown: the person by name, else the authority alone. */
export const leadOf = (rules: RoomRules): RoomWho | null => {
  const { lead, participants } = rules.plan;
  if (!lead.shown) return null;
  const person = participants.find((each) => each.id === lead.participantId.value) ?? null;
  const name = (person?.name ?? lead.name.value ?? '').trim();
  const hidden = isProtected(person ?? named(name, rules));
  const place = authorityPlace(lead.authority.value) ?? { kind: 'none' as const };
  return (name === '' || hidden) && place.kind === 'none'
    ? null
    : { name: hidden ? '' : name, place };
};

export const nextMeetingOf = (rules: RoomRules): RoomNextMeeting | null => {
  const { nextMeeting } = rules.plan;
  const date = nextMeeting.date.value;
  if (!nextMeeting.shown || date === null) return null;
  return {
    date,
    time: nextMeeting.time.value ?? '',
    place: rules.guarded ? '' : (nextMeeting.place.value ?? '').trim(),
    caller: freeName(nextMeeting.caller.value ?? '', rules),
  };
};

/** Work phones of those who are shown, the one who holds the plan first (field.md 19). Never private ones. */
export const askOf = (rules: RoomRules): readonly RoomAsk[] => {
  if (rules.guarded) return [];
  const { participants, lead } = rules.plan;
  const known = participants.filter(
    (person) =>
      person.shown &&
      !person.isIndividual &&
      !isProtected(person) &&
      (person.workPhone.value ?? '').trim() !== '',
  );
  const holder = known.filter((person) => person.id === lead.participantId.value);
  const asked = known.filter(
    (person) => !holder.includes(person) && (person.askAbout.value ?? '').trim() !== '',
  );
  const chosen = [...holder, ...asked];
  return (chosen.length > 0 ? chosen : known.slice(0, 1)).map((person) => ({
    about: (person.askAbout.value ?? '').trim(),
    name: shortName(person.name, rules),
    phone: (person.workPhone.value ?? '').trim(),
    hours: (person.workHours.value ?? '').trim(),
  }));
};

/** Whose turn it is, if that person has said yes to be named. */
export const roundName = (participantId: string, rules: RoomRules): string | null => {
  const person = rules.plan.participants.find((each) => each.id === participantId);
  if (person === undefined || !person.shown || isProtected(person)) return null;
  const name = person.isIndividual ? screenNameOf(rules.plan) : shortName(person.name, rules);
  return name === '' ? null : name;
};

export const screenNameOf = (plan: SipPlan): string | null => {
  const name = (plan.screenName.value ?? '').trim();
  return name === '' ? null : name;
};
