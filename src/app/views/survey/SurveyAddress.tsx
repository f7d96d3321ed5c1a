/**
 * The address of the other survey: to be opened by the person's own tap, or written down. Another window, which is told
 * neither where it was opened from nor may reach back.
 */
import type { JSX } from 'preact';
import { Icon } from '../../../ui/Icon/Icon.tsx';
import './survey.css';

export interface SurveyAddressProps {
  /** What the link says, in the language of the page. */
  readonly label: string;
  readonly address: string;
}

export function SurveyAddress({ label, address }: SurveyAddressProps): JSX.Element {
  return (
    <>
      <a class="button button--outlined" href={address} target="_blank" rel="noopener noreferrer">
        <span class="button__words">{label}</span>
        <Icon name="forward" />
      </a>
      <p class="survey-address" dir="ltr" translate={false}>
        {address}
      </p>
    </>
  );
}
