import * as v from 'valibot';
import { afterLines } from '../meeting/afterMeeting.ts';
import { isLocalDate } from '../plan/localDate.ts';
import type { CaseCard } from './caseCard.ts';
import { caseSteps } from './steps.ts';

/**
 * What was opened as the card of a case; null when it is not one that this program writes: of another shape, of a newer
 * program, damaged. Then it is built anew from the journal. One card that does not fit must never take the list with it.
 */
export const readCard = (value: unknown): CaseCard | null => {
  const read = v.safeParse(card, value);
  return read.success ? read.output : null;
};

const text = v.string();
const date = v.nullable(v.pipe(v.string(), v.check(isLocalDate)));

const card = v.object({
  shape: v.literal(1),
  name: text,
  step: v.picklist(caseSteps),
  nextDate: date,
  nextTime: v.nullable(text),
  nextPlace: text,
  minutes: v.nullable(v.number()),
  meeting: v.nullable(v.picklist(['running', 'paused', 'halted', 'cutShort', 'onPaper'])),
  missing: v.array(
    v.picklist([
      'consentMake',
      'consentShare',
      'important',
      'questions',
      'participants',
      'date',
      'law',
      'followUp',
      'lead',
    ]),
  ),
  todo: v.array(
    v.object({
      id: text,
      kind: v.picklist([
        'newMeeting',
        'continueMeeting',
        'callOff',
        'bookFollowUp',
        'answerFollowUp',
        'decision',
        'after',
      ]),
      red: v.boolean(),
      way: v.picklist(['mote', 'efter', 'plan', 'kalla']),
      due: date,
      who: text,
      line: v.nullable(v.picklist(afterLines)),
    }),
  ),
  protectedIdentity: v.boolean(),
  shareUnanswered: v.boolean(),
}) satisfies v.GenericSchema<unknown, CaseCard>;
