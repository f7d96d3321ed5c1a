/**
 * Whether this is an iPad or iPhone, and the program lies on its home screen there. In a tab Safari may clear what a
 * page keeps after seven days unused, and the home screen has a store of its own that starts empty.
 */
export interface Surroundings {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  readonly isStandalone: boolean;
}

export type AppleHome = 'tab' | 'installed';

/** Null: another kind of device, where the home screen and the browser share one store. */
export const appleHome = ({
  userAgent,
  maxTouchPoints,
  isStandalone,
}: Surroundings): AppleHome | null => {
  if (!isAppleTouch(userAgent, maxTouchPoints)) return null;
  return isStandalone ? 'installed' : 'tab';
};

/** An iPad says that it is a Mac, but no Mac has a touch screen. Every browser there is Safari within. */
const isAppleTouch = (userAgent: string, maxTouchPoints: number): boolean =>
  !userAgent.includes('Windows') &&
  (/iPad|iPhone|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1));

export const browserSurroundings = (): Surroundings => ({
  userAgent: navigator.userAgent,
  maxTouchPoints: navigator.maxTouchPoints,
  isStandalone:
    matchMedia('(display-mode: standalone)').matches ||
    ('standalone' in navigator && navigator.standalone === true),
});
