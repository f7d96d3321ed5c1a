/** What the first face of a meeting does not show, in one file of the built program: see `pieces.ts`. */

import { ConsentChange } from './ConsentChange.tsx';
import { CodeFace } from './code/CodeFace.tsx';
import { EndBar } from './frame/EndBar.tsx';
import { KeyboardLine } from './frame/KeyboardLine.tsx';
import { MoreMenu } from './frame/MoreMenu.tsx';
import { PausePicture } from './frame/PausePicture.tsx';
import { SignalCards } from './frame/SignalCards.tsx';
import { ConsentCard } from './lead/ConsentCard.tsx';
import { LeadLines } from './lead/LeadLines.tsx';
import { PauseFace } from './PauseFace.tsx';
import { EndMeeting } from './sheets/EndMeeting.tsx';
import { HardMoments } from './sheets/HardMoments.tsx';
import { Review } from './sheets/Review.tsx';
import { Sheets } from './sheets/Sheets.tsx';
import { StartView } from './start/StartView.tsx';
import { LineFields } from './write/LineFields.tsx';
import { WriteFace } from './write/WriteFace.tsx';

export const later = {
  CodeFace,
  ConsentCard,
  ConsentChange,
  EndBar,
  EndMeeting,
  HardMoments,
  KeyboardLine,
  LeadLines,
  LineFields,
  MoreMenu,
  PauseFace,
  PausePicture,
  Review,
  Sheets,
  SignalCards,
  StartView,
  WriteFace,
} as const;
