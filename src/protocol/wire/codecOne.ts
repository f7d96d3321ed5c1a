/** Version 1 of the wire: what stands after version, type and request (docs/sync-protocol.md 6). */
import {
  appendFields,
  type ClientMessage,
  endFields,
  followFields,
  openFields,
  publishFields,
  readFields,
  signalFields,
  signature,
  snapshotFields,
  unfollowFields,
} from './clientMessage.ts';
import type { WireCodec } from './codec.ts';
import { wireError } from './errors.ts';
import type { Reader, Writer } from './fields.ts';
import {
  cursorFields,
  goneFields,
  numberFields,
  pageFields,
  type ServerMessage,
  signalledOnFields,
  timeFields,
  welcomeFields,
} from './serverMessage.ts';

const clientTypes: Readonly<Record<ClientMessage['is'], number>> = {
  open: 0x01,
  append: 0x02,
  read: 0x03,
  follow: 0x04,
  unfollow: 0x05,
  snapshot: 0x06,
  publish: 0x07,
  signal: 0x08,
  end: 0x09,
  ping: 0x0a,
};

const serverTypes: Readonly<Record<ServerMessage['is'], number>> = {
  welcome: 0x80,
  opened: 0x81,
  appended: 0x82,
  page: 0x83,
  push: 0x84,
  unfollowed: 0x85,
  snapshotted: 0x86,
  published: 0x87,
  signalled: 0x88,
  ended: 0x89,
  pong: 0x8a,
  gone: 0x90,
  signal: 0x91,
  error: 0xff,
};

const writeClient = (to: Writer, message: ClientMessage): void => {
  switch (message.is) {
    case 'open':
      openFields.write(to, message);
      signature.write(to, message.signature);
      break;
    case 'append':
      appendFields.write(to, message);
      break;
    case 'read':
      readFields.write(to, message);
      break;
    case 'follow':
      followFields.write(to, message);
      break;
    case 'unfollow':
      unfollowFields.write(to, message);
      break;
    case 'snapshot':
      snapshotFields.write(to, message);
      signature.write(to, message.signature);
      break;
    case 'publish':
      publishFields.write(to, message);
      signature.write(to, message.signature);
      break;
    case 'signal':
      signalFields.write(to, message);
      break;
    case 'end':
      endFields.write(to, message);
      signature.write(to, message.signature);
      break;
    case 'ping':
      break;
  }
};

const readClient = (type: number, request: number, from: Reader): ClientMessage | null => {
  const signed = <T extends object>(body: T) => ({ ...body, signature: signature.read(from) });
  switch (type) {
    case clientTypes.open:
      return { is: 'open', request, ...signed(openFields.read(from)) };
    case clientTypes.append:
      return { is: 'append', request, ...appendFields.read(from) };
    case clientTypes.read:
      return { is: 'read', request, ...readFields.read(from) };
    case clientTypes.follow:
      return { is: 'follow', request, ...followFields.read(from) };
    case clientTypes.unfollow:
      return { is: 'unfollow', request, ...unfollowFields.read(from) };
    case clientTypes.snapshot:
      return { is: 'snapshot', request, ...signed(snapshotFields.read(from)) };
    case clientTypes.publish:
      return { is: 'publish', request, ...signed(publishFields.read(from)) };
    case clientTypes.signal:
      return { is: 'signal', request, ...signalFields.read(from) };
    case clientTypes.end:
      return { is: 'end', request, ...signed(endFields.read(from)) };
    case clientTypes.ping:
      return { is: 'ping', request };
    default:
      return null;
  }
};

const writeServer = (to: Writer, message: ServerMessage): void => {
  switch (message.is) {
    case 'welcome':
      welcomeFields.write(to, message);
      break;
    case 'appended':
    case 'snapshotted':
      cursorFields.write(to, message);
      break;
    case 'page':
    case 'push':
      pageFields.write(to, message);
      break;
    case 'published':
      numberFields.write(to, message);
      break;
    case 'pong':
      timeFields.write(to, message);
      break;
    case 'gone':
      goneFields.write(to, message);
      break;
    case 'signal':
      signalledOnFields.write(to, message);
      break;
    case 'error':
      wireError.write(to, message.error);
      break;
    case 'opened':
    case 'unfollowed':
    case 'signalled':
    case 'ended':
      break;
  }
};

/** Told by the server itself: they answer nothing. */
const readTold = (type: number, from: Reader): ServerMessage | null => {
  switch (type) {
    case serverTypes.welcome:
      return { is: 'welcome', request: 0, ...welcomeFields.read(from) };
    case serverTypes.push:
      return { is: 'push', request: 0, ...pageFields.read(from) };
    case serverTypes.gone:
      return { is: 'gone', request: 0, ...goneFields.read(from) };
    case serverTypes.signal:
      return { is: 'signal', request: 0, ...signalledOnFields.read(from) };
    // Where not even the number of the request could be read.
    case serverTypes.error:
      return { is: 'error', request: 0, error: wireError.read(from) };
    default:
      return null;
  }
};

const readAnswer = (type: number, request: number, from: Reader): ServerMessage | null => {
  switch (type) {
    case serverTypes.opened:
      return { is: 'opened', request };
    case serverTypes.unfollowed:
      return { is: 'unfollowed', request };
    case serverTypes.signalled:
      return { is: 'signalled', request };
    case serverTypes.ended:
      return { is: 'ended', request };
    case serverTypes.appended:
      return { is: 'appended', request, ...cursorFields.read(from) };
    case serverTypes.snapshotted:
      return { is: 'snapshotted', request, ...cursorFields.read(from) };
    case serverTypes.page:
      return { is: 'page', request, ...pageFields.read(from) };
    case serverTypes.published:
      return { is: 'published', request, ...numberFields.read(from) };
    case serverTypes.pong:
      return { is: 'pong', request, ...timeFields.read(from) };
    case serverTypes.error:
      return { is: 'error', request, error: wireError.read(from) };
    default:
      return null;
  }
};

const tells: readonly ServerMessage['is'][] = ['welcome', 'push', 'gone', 'signal'];

export const codecOne: WireCodec = {
  clientType: (message) => (message.request === 0 ? null : clientTypes[message.is]),
  writeClient,
  readClient: (type, request, from) => (request === 0 ? null : readClient(type, request, from)),
  serverType: ({ is, request }) =>
    is === 'error' || tells.includes(is) === (request === 0) ? serverTypes[is] : null,
  writeServer,
  readServer: (type, request, from) =>
    request === 0 ? readTold(type, from) : readAnswer(type, request, from),
};
