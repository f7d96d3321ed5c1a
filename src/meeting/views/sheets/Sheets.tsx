/** What stands before the meeting for a while, one at a time. */
import type { JSX } from 'preact';
import { ChooseCode } from '../code/ChooseCode.tsx';
import { ClockQuestion } from '../frame/ClockQuestion.tsx';
import { CardChooser } from './CardChooser.tsx';
import { ForMe } from './ForMe.tsx';
import { MoreTime } from './MoreTime.tsx';
import { Outs } from './Outs.tsx';
import { ScreenChoice } from './ScreenChoice.tsx';

export function Sheets(): JSX.Element {
  return (
    <>
      <MoreTime />
      <ScreenChoice />
      <Outs />
      <CardChooser />
      <ForMe />
      <ChooseCode />
      <ClockQuestion />
    </>
  );
}
