/**
 * What the first face of a meeting does not show: loaded in a quiet moment after it is drawn (`useWarmPieces`), so that
 * no tap waits for it. A piece that cannot come says so where it stands.
 */
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { type LazyView, lazyView, warmWhenIdle } from '../../ui/lazyView.tsx';

const piece = <Props extends object>(load: () => Promise<ComponentType<Props>>): LazyView<Props> =>
  lazyView(load, { as: 'piece' });

export const StartView = piece(() => import('./start/StartView.tsx').then((m) => m.StartView));
export const LineFields = piece(() => import('./write/LineFields.tsx').then((m) => m.LineFields));
export const WriteFace = piece(() => import('./write/WriteFace.tsx').then((m) => m.WriteFace));
export const PauseFace = piece(() => import('./PauseFace.tsx').then((m) => m.PauseFace));
export const Sheets = piece(() => import('./sheets/Sheets.tsx').then((m) => m.Sheets));
export const EndMeeting = piece(() => import('./sheets/EndMeeting.tsx').then((m) => m.EndMeeting));
export const Review = piece(() => import('./sheets/Review.tsx').then((m) => m.Review));
export const HardMoments = piece(() =>
  import('./sheets/HardMoments.tsx').then((m) => m.HardMoments),
);
export const ConsentChange = piece(() =>
  import('./ConsentChange.tsx').then((m) => m.ConsentChange),
);

/** In the order in which they are likely to be wanted. */
export const pieces = [
  LineFields,
  WriteFace,
  Sheets,
  PauseFace,
  EndMeeting,
  Review,
  HardMoments,
  ConsentChange,
] as const;

export const useWarmPieces = (): void => {
  useEffect(() => warmWhenIdle(pieces), []);
};
