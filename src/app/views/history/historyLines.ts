import { takeOverReasons } from '../../../cases/caseFacts.ts';
import type { Translate } from '../../../i18n/keys.ts';
import { unheardEvents } from '../../../meeting/leaderTerms.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import type { CaseState } from '../../../meeting/workspace.ts';
import type { Instant } from '../../../shared/deps.ts';
import type { Fact } from '../../../shared/fact.ts';
import { oneLine } from '../../../shared/oneLine.ts';
import type { VaultLogLine } from '../../session/vaultLog.ts';
import { asRecord } from './asRecord.ts';
import { sayConsent } from './sayConsent.ts';
import { sayMeeting } from './sayMeeting.ts';
import { sayShare } from './sayShare.ts';

/** One thing that happened, in words. */
export interface HistoryLine {
  readonly id: string;
  readonly at: Instant;
  readonly group: 'versions' | 'consents' | 'copies' | 'meetings' | 'opened' | 'other';
  readonly what: string;
  /** Who, and what else there is to say. */
  readonly more: string;
  readonly versionId: string | null;
}

/**
 * Every fact that says something to a person, in the order of the log. Steps inside a meeting (a new part, a round,
 * a point ticked) are not history: they would count breaks and silences (field.md 16, 24).
 */
export const historyLines = (
  state: CaseState,
  t: Translate,
  /** Whether what somebody wrote freely comes along: not when it leaves and the identity is protected. */
  { freeText }: { readonly freeText: boolean } = { freeText: true },
): readonly HistoryLine[] => {
  const unheard = new Set(unheardEvents(state.log).map(({ fact }) => fact.id));
  return state.log.flatMap(({ fact }): readonly HistoryLine[] => {
    const said = sayFact(freeText ? fact : withoutFreeText(fact), state, t, unheard);
    if (said === null) return [];
    const words = { what: oneLine(said.what), more: oneLine(said.more) };
    return [{ id: fact.id, at: fact.at, versionId: null, ...said, ...words }];
  });
};

/** One thing that happened, which the log need not know of; null for what says nothing to a person. */
export const factWords = (fact: Fact, state: CaseState, t: Translate): string | null => {
  const said = sayFact(fact, state, t, new Set());
  return said === null ? null : oneLine(said.what);
};

/** What was done with the whole device since the case was made; a line of the vault, not of the case. */
export const vaultLines = (
  log: readonly VaultLogLine[],
  state: CaseState,
  t: Translate,
): readonly HistoryLine[] => {
  const since = Math.min(...state.log.map(({ fact }) => fact.at));
  return log
    .filter(({ at }) => at >= since)
    .map(({ at, what }) => ({
      id: `${what} ${at}`,
      at,
      group: 'copies',
      what: t(`history:vault.${what}`),
      more: '',
      versionId: null,
    }));
};

/** Every field of a fact that holds words of somebody's own. Names of persons stay: the log is about who. */
const withoutFreeText = (fact: Fact): Fact => {
  const data = { ...asRecord(fact.data) };
  for (const field of ['note', 'how', 'system', 'words', 'judged', 'reason', 'scope'])
    if (field in data) data[field] = '';
  if (fact.type === 'consent.excepted') data['name'] = '';
  return { ...fact, data };
};

/** A line before it has an instant. */
export type Said = Omit<HistoryLine, 'id' | 'at' | 'versionId'> & { readonly versionId?: string };

/** Whose plan it is, in the words of the case; nobody's when the name is removed. */
const nameOf = (state: CaseState, t: Translate): string =>
  individualName(state.plan) || t('history:person');

const sayFact = (
  fact: Fact,
  state: CaseState,
  t: Translate,
  unheard: ReadonlySet<string>,
): Said | null => {
  const by = fact.by.name;
  const name = nameOf(state, t);
  const data = asRecord(fact.data);
  switch (fact.type) {
    case 'case.created':
      return { group: 'opened', what: t('history:case.created'), more: by };
    case 'case.opened':
      return { group: 'opened', what: t('history:case.opened'), more: by };
    case 'case.printed':
      return { group: 'copies', ...printed(data, by, t) };
    case 'case.exported':
      return { group: 'copies', what: t(`history:exported.${exportedOf(data['what'])}`), more: by };
    case 'case.restored':
      return { group: 'opened', what: t('history:case.restored'), more: by };
    case 'case.standInChosen':
      return {
        group: 'opened',
        what: t('history:case.standInChosen', { name: text(data['shortName']) }),
        more: by,
      };
    case 'case.standInWithdrawn':
      return { group: 'opened', what: t('history:case.standInWithdrawn'), more: by };
    case 'case.takenOver':
      return { group: 'opened', ...takenOver(data, by, t) };
    case 'writer.invited':
      return {
        group: 'opened',
        what: t('history:writer.invited', {
          name: text(data['name']),
          organisation: text(data['organisation']),
        }),
        more: by,
      };
    case 'writer.removed':
      return { group: 'opened', what: t('history:writer.removed'), more: by };
    case 'case.given':
      return {
        group: 'opened',
        what: t('history:case.given', { name: text(data['shortName']) }),
        more: by,
      };
    case 'case.received':
      return { group: 'opened', what: t('history:case.received'), more: by };
    case 'share.opened':
    case 'share.ended':
    case 'share.gone':
      return sayShare(fact, state, { name, by }, t);
    case 'contents.removed':
      return { group: 'other', ...removed(data, { name, by }, t) };
    case 'version.frozen': {
      const version = state.versions.find(({ id }) => id === fact.id);
      return version?.sound
        ? {
            group: 'versions',
            what: t('history:version.ready', { number: version.n }),
            more: by,
            versionId: fact.id,
          }
        : { group: 'versions', what: t('history:version.damaged'), more: by };
    }
    case 'plan.changesTold':
      return {
        group: 'versions',
        what: t(data['knows'] === true ? 'history:version.told' : 'history:version.notTold', {
          name,
        }),
        more: by,
      };
    case 'leader.taken':
      return { group: 'meetings', what: t('history:meeting.leads', { name: by }), more: '' };
    case 'meeting.event':
      return sayMeeting(asRecord(data['event']), by, t, unheard.has(fact.id));
    case 'after.line':
      return sayAfter(data, by, state, t);
    default:
      return fact.type.startsWith('consent.') ? sayConsent(fact, name, t) : null;
  }
};

const sayAfter = (
  data: Readonly<Record<string, unknown>>,
  by: string,
  state: CaseState,
  t: Translate,
): Said | null => {
  if (data['state'] !== 'done') return null;
  const person = state.plan.participants.find(({ id }) => id === data['participantId']);
  const ways = ['papper', 'telefon', 'upplast', 'post'] as const;
  const way = ways.find((each) => each === data['way']);
  switch (data['line']) {
    case 'ge':
      return {
        group: 'copies',
        what: t('history:after.given', { name: nameOf(state, t) }),
        more: way === undefined ? by : `${t(`history:way.${way}`)} ${by}`,
      };
    case 'skicka':
      return {
        group: 'copies',
        what:
          person === undefined
            ? t('history:after.sent')
            : t('history:after.sentTo', { name: person.name }),
        more: by,
      };
    case 'forIn': {
      const system = text(data['system']);
      const date = text(data['date']);
      return {
        group: 'copies',
        what: system === '' ? t('history:after.entered') : t('history:after.enteredIn', { system }),
        more: date === '' ? by : `${t.formats.date(date)}. ${by}`,
      };
    }
    case 'prata':
      return { group: 'meetings', what: t('history:after.talked'), more: by };
    default:
      return null;
  }
};

const printed = (
  data: Readonly<Record<string, unknown>>,
  by: string,
  t: Translate,
): Pick<Said, 'what' | 'more'> => {
  const kinds = [
    'plan',
    'version',
    'easy',
    'call',
    'invitation',
    'meetingPack',
    'information',
  ] as const;
  const what = kinds.find((each) => each === data['what']) ?? 'plan';
  const to = text(data['to']);
  return {
    what: t(`history:printed.${what}`),
    more: to === '' ? by : t('history:printedTo', { name: to, by }),
  };
};

const takenOver = (
  data: Readonly<Record<string, unknown>>,
  by: string,
  t: Translate,
): Pick<Said, 'what' | 'more'> => {
  const known = takeOverReasons.find((each) => each === data['reason']) ?? 'other';
  const reason =
    known === 'other' && text(data['note']) !== ''
      ? text(data['note'])
      : t(`home:takeOver.reasons.${known}`);
  return {
    what: t('history:case.takenOver', { name: by }),
    more: t('history:case.takenOverWhy', { from: text(data['shortName']), reason }),
  };
};

/** How much, by whose choice, when; never what. */
const removed = (
  data: Readonly<Record<string, unknown>>,
  { name, by }: { readonly name: string; readonly by: string },
  t: Translate,
): Pick<Said, 'what' | 'more'> => {
  const scope = (['meetingNotes', 'part', 'all'] as const).find((one) => one === data['scope']);
  const choice = (['individual', 'retention', 'staff'] as const).find(
    (one) => one === data['choice'],
  );
  const more = choice === undefined ? by : t(`history:removed.${choice}`, { name, by });
  return {
    what: t('history:case.removed'),
    more: scope === undefined ? more : `${t(`history:removed.${scope}`)} ${more}`,
  };
};

const exportedOf = (what: unknown) =>
  (['text', 'calendar', 'fhir', 'log', 'backup'] as const).find((each) => each === what) ?? 'text';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
