import { createContext } from 'preact';

/**
 * **Bjud in en kollega att skriva**, as ⋯ of the meeting knows it: asks first, then shows a code. `app` gives it; where
 * nothing gives it, there is nobody to invite or no way to.
 */
export const InviteContext = createContext<(() => void) | null>(null);
