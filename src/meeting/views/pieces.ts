/**
 * What the first face of a meeting does not show: loaded in a quiet moment after it is drawn (`useWarmPieces`), so that
 * no tap waits for it. A piece that cannot come says so where it stands.
 */
import { useEffect } from 'preact/hooks';
import { lazyView, warmWhenIdle } from '../../ui/lazyView.tsx';
import type { later } from './later.ts';

const load = async (): Promise<typeof later> => (await import('./later.ts')).later;

export const CodeFace = lazyView(async () => (await load()).CodeFace);
export const ConsentCard = lazyView(async () => (await load()).ConsentCard, { as: 'piece' });
export const ConsentChange = lazyView(async () => (await load()).ConsentChange, { as: 'piece' });
export const EndMeeting = lazyView(async () => (await load()).EndMeeting, { as: 'piece' });
export const HardMoments = lazyView(async () => (await load()).HardMoments, { as: 'piece' });
export const LeadLines = lazyView(async () => (await load()).LeadLines, { as: 'piece' });
export const LineFields = lazyView(async () => (await load()).LineFields, { as: 'piece' });
export const PauseFace = lazyView(async () => (await load()).PauseFace, { as: 'piece' });
export const PausePicture = lazyView(async () => (await load()).PausePicture, { as: 'extra' });
export const Review = lazyView(async () => (await load()).Review, { as: 'piece' });
export const Sheets = lazyView(async () => (await load()).Sheets, { as: 'piece' });
export const SignalCards = lazyView(async () => (await load()).SignalCards, { as: 'piece' });
export const StartView = lazyView(async () => (await load()).StartView);
export const WriteFace = lazyView(async () => (await load()).WriteFace, { as: 'piece' });

/** They come together, and each keeps itself. */
export const pieces = [
  CodeFace,
  ConsentCard,
  ConsentChange,
  EndMeeting,
  HardMoments,
  LeadLines,
  LineFields,
  PauseFace,
  PausePicture,
  Review,
  Sheets,
  SignalCards,
  StartView,
  WriteFace,
] as const;

export const useWarmPieces = (): void => {
  useEffect(() => warmWhenIdle(pieces), []);
};
