import * as v from 'valibot';
import type { Fact } from '../../shared/fact.ts';

const schema = v.object({ member: v.string() });

/**
 * Public keys of those who were invited to write and have not been taken out since, as the log of the case has it. Somebody
 * who lets another key of their own into the ring leaves it here too, where it is read, or stays out with the rest.
 */
export const stillInvited = (facts: readonly Fact[]): ReadonlySet<string> => {
  const invited = new Set<string>();
  for (const { type, data } of facts) {
    const read = v.safeParse(schema, data);
    if (!read.success) continue;
    if (type === 'writer.invited') invited.add(read.output.member);
    if (type === 'writer.removed') invited.delete(read.output.member);
  }
  return invited;
};
