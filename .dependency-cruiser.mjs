/** For dependency-cruiser's own command; the rules are in scripts/arrows/rules.ts. */
import { forbidden, options } from './scripts/arrows/rules.ts';

export default { forbidden, options };
