import type { Participant } from './model.ts';

/**
 * **Får stå på skärmen** (docs/decisions/0031): a workplace is on the shared view only in the very words that were
 * ticked, so that words mended or written anew afterwards are not there until somebody has ticked them too.
 */
export const isServiceOnScreen = ({ service, serviceOnScreen }: Participant): boolean =>
  service.trim() !== '' && serviceOnScreen.value === service.trim();
