/** The Swedish texts, one file a namespace. Built into one chunk of their own. */
import access from './locales/sv/access.json';
import after from './locales/sv/after.json';
import backup from './locales/sv/backup.json';
import call from './locales/sv/call.json';
import circles from './locales/sv/circles.json';
import common from './locales/sv/common.json';
import consent from './locales/sv/consent.json';
import easy from './locales/sv/easy.json';
import errors from './locales/sv/errors.json';
import help from './locales/sv/help.json';
import history from './locales/sv/history.json';
import home from './locales/sv/home.json';
import meeting from './locales/sv/meeting.json';
import pack from './locales/sv/pack.json';
import plan from './locales/sv/plan.json';
import practice from './locales/sv/practice.json';
import prepare from './locales/sv/prepare.json';
import print from './locales/sv/print.json';
import room from './locales/sv/room.json';
import settings from './locales/sv/settings.json';
import share from './locales/sv/share.json';
import sync from './locales/sv/sync.json';
import vault from './locales/sv/vault.json';

export const swedish = {
  access,
  after,
  backup,
  call,
  circles,
  common,
  consent,
  easy,
  errors,
  help,
  history,
  home,
  meeting,
  pack,
  plan,
  practice,
  prepare,
  print,
  room,
  settings,
  sync,
  share,
  vault,
};
