/**
 * What the first face of a meeting does not show: loaded in a quiet moment after it is drawn (`useWarmPieces`), so that
 * no tap waits for it. A piece that cannot come says so where it stands.
 */
import { useEffect } from 'preact/hooks';
import { type LazyView, lazyView, warmWhenIdle } from '../../ui/lazyView.tsx';
import type { later } from './later.ts';

const load = async (): Promise<typeof later> => (await import('./later.ts')).later;

export const pieces: Pick<LazyView<never>, 'warm'>[] = [];

/** They come together, and each keeps itself. */
const piece = <Props extends object>(view: LazyView<Props>): LazyView<Props> => {
  pieces.push(view);
  return view;
};

export const CodeFace = piece(lazyView(async () => (await load()).CodeFace));
export const ConsentCard = piece(lazyView(async () => (await load()).ConsentCard, { as: 'piece' }));
export const ConsentChange = piece(
  lazyView(async () => (await load()).ConsentChange, { as: 'piece' }),
);
export const EndBar = piece(lazyView(async () => (await load()).EndBar, { as: 'piece' }));
export const EndMeeting = piece(lazyView(async () => (await load()).EndMeeting, { as: 'piece' }));
export const HardMoments = piece(lazyView(async () => (await load()).HardMoments, { as: 'piece' }));
export const KeyboardLine = piece(
  lazyView(async () => (await load()).KeyboardLine, { as: 'piece' }),
);
export const LeadLines = piece(lazyView(async () => (await load()).LeadLines, { as: 'piece' }));
export const LineFields = piece(lazyView(async () => (await load()).LineFields, { as: 'piece' }));
export const MoreMenu = piece(lazyView(async () => (await load()).MoreMenu, { as: 'piece' }));
export const PauseFace = piece(lazyView(async () => (await load()).PauseFace, { as: 'piece' }));
export const PausePicture = piece(
  lazyView(async () => (await load()).PausePicture, { as: 'extra' }),
);
export const Review = piece(lazyView(async () => (await load()).Review, { as: 'piece' }));
export const Sheets = piece(lazyView(async () => (await load()).Sheets, { as: 'piece' }));
export const SignalCards = piece(lazyView(async () => (await load()).SignalCards, { as: 'piece' }));
export const StartView = piece(lazyView(async () => (await load()).StartView));
export const WriteFace = piece(lazyView(async () => (await load()).WriteFace, { as: 'piece' }));

export const useWarmPieces = (): void => {
  useEffect(() => warmWhenIdle(pieces), []);
};
