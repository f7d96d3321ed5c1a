/** **Ett eget fönster** for the shared view, where the device has real windows: an iPad has one for the program. */
import { appleHome, browserSurroundings } from '../pwa/appleHome.ts';

export const opensWindows = (): boolean => appleHome(browserSurroundings()) === null;

/** False where the browser lets no window open. */
export const openScreen = (caseId: string): boolean =>
  window.open(`/skarm/${caseId}`, 'sip-skarm', 'popup,width=1280,height=720') !== null;
