import type { SaveError, SaveFailure } from '../meeting/workspace.ts';

export const notSaved = (reason: SaveFailure): SaveError => ({ kind: 'notSaved', reason });

/** Any error of journal or vault, grouped by what a person can do about it. */
export const toSaveError = (error: { readonly kind: string }): SaveError => {
  switch (error.kind) {
    // Another window held the journal for too long, or was quicker: it is tried again by itself.
    case 'busy':
    case 'conflict':
    case 'blocked':
      return notSaved('busy');
    // Make room on the device.
    case 'quota':
      return notSaved('full');
    // The browser took the database away: open the page again.
    case 'closed':
    case 'rewritten':
    case 'vanished':
    case 'unavailable':
    case 'newerVersion':
      return notSaved('closed');
    // The database does not answer: it is tried again by itself.
    case 'slow':
      return notSaved('slow');
    case 'locked':
      return notSaved('locked');
    default:
      return notSaved('failed');
  }
};
