import type { ConsentState } from '../../../consent/consent.ts';
import type { ConsentKind } from '../../../consent/consentFacts.ts';
import type { Part } from '../../parts.ts';

export type ConsentWhat = ConsentKind | 'both';

export interface AskedConsent {
  readonly what: ConsentWhat;
  /** As one line: asked before and put off, refused, or another part. */
  readonly small: boolean;
}

/** What is to be asked or said now; of one that is left sharing first, since it decides who may speak. */
export const consentQuestion = (consent: ConsentState, part: Part): AskedConsent | null => {
  const { share, make } = consent;
  if (share.answer === null && make.answer === null) {
    return { what: 'both', small: part !== 'inledning' };
  }
  if (share.answer !== 'yes') {
    return { what: 'share', small: share.answer !== null || part !== 'inledning' };
  }
  if (make.answer === 'yes') return null;
  if (make.answer === null && part === 'inledning') return { what: 'make', small: false };
  return part === 'inledning' || part === 'sammanfattning' ? { what: 'make', small: true } : null;
};
