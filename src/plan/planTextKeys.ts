import type {
  Answer,
  Authority,
  Decision,
  InterventionStatus,
  NoticedBy,
  PlanKind,
} from './model.ts';

/** Every text that `planToText` asks for; they stand in the namespace `plan`, under `text`. */
export type PlanTextKey = `plan:text.${
  | 'adaptations'
  | 'before'
  | 'belongsTo'
  | 'disagreements'
  | 'draft'
  | 'entered'
  | 'enteredNoDate'
  | 'followUp'
  | 'guarded'
  | 'important'
  | 'interpreter'
  | 'intervention'
  | 'language'
  | 'later'
  | 'leadAuthority'
  | 'leadName'
  | 'longTermGoals'
  | 'meeting'
  | 'next'
  | 'nextCaller'
  | 'nextPlace'
  | 'nextTime'
  | 'nobody'
  | 'noSubgoal'
  | 'noticedBy'
  | 'ownAction'
  | 'ownWords'
  | 'participants'
  | 'person'
  | 'practice'
  | 'purpose'
  | 'questions'
  | 'resources'
  | 'responsible'
  | 'saysYes'
  | 'shortened'
  | 'someone'
  | 'someSystem'
  | 'soundsGood'
  | 'stamp'
  | 'stampNoName'
  | 'subgoal'
  | 'subgoalDate'
  | 'title'
  | 'unclear'
  | 'unsettled'
  | 'version'
  | 'when'
  | 'where'
  | 'withAuthority'
  | 'worksLess'
  | 'worksWell'
  | `answer.${Answer}`
  | `authority.${Authority}`
  | `decision.${Decision['kind'] | 'soksBy' | 'provasBy'}`
  | `every.${'dag' | 'vecka' | 'manad'}`
  | `kind.${PlanKind}`
  | `noticed.${NoticedBy}`
  | `status.${InterventionStatus}`}`;

export type PlanTextParams = Readonly<Record<string, string | number>>;
