/** What Leda shows of the plan in the last two parts: what is agreed, read aloud; when we meet again. */
import type { JSX } from 'preact';
import { useLeader } from '../Leader.ts';
import { NextMeetingLines } from './NextMeetingLines.tsx';
import { ReadAloud } from './ReadAloud.tsx';

export function LeadLines(): JSX.Element {
  const { meeting } = useLeader();
  return meeting.part === 'sammanfattning' ? <ReadAloud /> : <NextMeetingLines />;
}
