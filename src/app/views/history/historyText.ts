/**
 * The history of a case as text, to take out: for the individual who asks who has read, for the record system, for
 * whoever checks the log (PDL 4:3). Only what stands in **Historik**; of a case with protected identity not what
 * somebody wrote freely, where an address may stand.
 */
import type { Translate } from '../../../i18n/keys.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import type { CaseState } from '../../../meeting/workspace.ts';
import { isProtected } from '../../../plan/protectedIdentity.ts';
import type { Instant } from '../../../shared/deps.ts';
import { oneLine } from '../../../shared/oneLine.ts';
import type { VaultLogLine } from '../../session/vaultLog.ts';
import { historyLines, vaultLines } from './historyLines.ts';

export interface HistoryTextInput {
  readonly at: Instant;
  /** Who takes it out. */
  readonly by: string;
  /** **Verksamhet som ansvarar**; empty where it is not filled in. */
  readonly organisation: string;
  readonly vaultLog: readonly VaultLogLine[];
}

export const historyText = (
  state: CaseState,
  t: Translate,
  { at, by, organisation, vaultLog }: HistoryTextInput,
): string => {
  const guarded = isProtected(state.plan);
  const name = individualName(state.plan) || t('home:list.nameless');
  const taker = organisation === '' || guarded ? by : `${by}, ${organisation}`;
  const head = [
    oneLine(
      t('history:text.head', {
        name,
        date: t.formats.date(at),
        time: t.formats.time(at),
        by: taker,
      }),
    ),
    t('history:text.what'),
    ...(guarded ? [t('history:text.guarded')] : []),
  ];
  const lines = [
    ...historyLines(state, t, { freeText: !guarded }),
    ...vaultLines(vaultLog, state, t),
  ].sort((a, b) => a.at - b.at);
  return [
    ...head,
    '',
    ...lines.map((line) =>
      `${t.formats.date(line.at)} ${t.formats.time(line.at)}  ${line.what} ${line.more}`.trim(),
    ),
    '',
  ].join('\n');
};

/** Says nothing about anybody. */
export const historyFileName = (at: Instant): string => `sip-historik-${dateOfInstant(at)}.txt`;
