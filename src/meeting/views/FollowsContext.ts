import { createContext } from 'preact';

/** True where another window or device leads: one writes here, and what would move the meeting is not offered. */
export const FollowsContext = createContext(false);
