/** Where the program starts. What the first screen does not need is loaded when it is gone to. */
import { render } from 'preact';
import { initI18n } from '../i18n/i18n.ts';
import { listenForWayBack } from '../individual/useStay.ts';
import { localMarker } from '../storage/vaultMarker.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { App, FirstStart, LockGate } from './App.tsx';
import { createAppearanceStore } from './appearance.ts';
import { createAppDeps } from './deps.ts';
import { followPath, takeFollowLink } from './followLink.ts';
import { createSeenScreen } from './seenScreen.ts';
import { createAppSession } from './session/appSession.ts';
import { startAutoLocker } from './session/autoLocker.ts';
import { broadcastLock } from './session/lockChannel.ts';
import './shell/shell.css';
import './views/views.css';
import { webStorage } from './webStorage.ts';

// Before anything else: the keys of a share do not stay in the address.
const followLink = takeFollowLink(location, history);

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

const appearance = createAppearanceStore(
  webStorage(() => localStorage),
  document.documentElement,
);
const seenScreen = createSeenScreen(webStorage(() => sessionStorage));
const session = createAppSession(createAppDeps(), broadcastLock());

listenForWayBack();
startAutoLocker(session, document.documentElement);
if (location.pathname !== followPath) void session.start();
// The first screen comes while the database is opened.
void localMarker()
  .isSet()
  .then((hasVault) => (hasVault ? LockGate : FirstStart).warm());
// Words that cannot be had are Swedish: nobody waits before a closed door for a language.
void initI18n(appearance.get().language)
  .catch(() => initI18n('sv'))
  .then(() => render(<App {...{ session, appearance, seenScreen, followLink }} />, root));
