import type { ComponentChildren, JSX } from 'preact';

export interface PrintSheetProps {
  /** In the head of every page: **Arbetsmaterial …** or **Infört …**. */
  readonly stamp: string;
  /** The same in the words of the one who gets it, below. */
  readonly plainly?: ComponentChildren;
  /** In the foot of every page: which plan, which version. */
  readonly foot: string;
  readonly children: ComponentChildren;
}

/**
 * A4 with stamp and foot on each page. They are row groups of a table to the eye only: that is what every browser
 * says again on the next page. To assistive technology they are plain text.
 */
export function PrintSheet({ stamp, plainly, foot, children }: PrintSheetProps): JSX.Element {
  return (
    <div class="print-sheet" lang="sv" role="presentation">
      <div class="print-sheet__head" role="presentation">
        <div class="print-sheet__stamp" role="presentation">
          <p>{stamp}</p>
          {plainly !== undefined && <p>{plainly}</p>}
        </div>
      </div>
      <div class="print-sheet__foot" role="presentation">
        <p>{foot}</p>
      </div>
      <div class="print-sheet__body" role="presentation">
        {children}
      </div>
    </div>
  );
}
