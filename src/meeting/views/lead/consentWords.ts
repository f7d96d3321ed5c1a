import type { Translate } from '../../../i18n/keys.ts';

/** The questions and sentences of the card: about {namn}, or to **du** when the individual leads (field.md 20). */
export interface ConsentWords {
  readonly make: string;
  readonly share: string;
  readonly makeOpen: string;
  readonly makeNo: string;
  readonly shareOpen: string;
  readonly shareNo: string;
}

/** `staff`: those who would speak with each other; with fewer than two no names are said. */
export const consentWords = (
  t: Translate,
  {
    du,
    name,
    staff,
  }: { readonly du: boolean; readonly name: string; readonly staff: readonly string[] },
): ConsentWords => {
  const names = t.formats.list(staff);
  const several = staff.length > 1;
  return du
    ? {
        make: t('meeting:consentCard.own.make'),
        share: several
          ? t('meeting:consentCard.own.share', { names })
          : t('meeting:consentCard.own.shareAll'),
        makeOpen: t('meeting:consentCard.own.makeHint'),
        makeNo: t('meeting:consentCard.own.refusedMake'),
        shareOpen: t('meeting:consentCard.own.listen'),
        shareNo: t('meeting:consentCard.own.refused'),
      }
    : {
        make: t('meeting:consentCard.makeQuestion', { name }),
        share: several
          ? t('meeting:consentCard.shareQuestion', { names, name })
          : t('meeting:consentCard.shareQuestionAll', { name }),
        makeOpen: t('meeting:consentCard.makeHint', { name }),
        makeNo: t('meeting:consentCard.refusedMake', { name }),
        shareOpen: t('meeting:consentCard.listen', { name }),
        shareNo: t('meeting:consentCard.refused', { name }),
      };
};
