import { bytesToBase64Url } from './bytes.ts';
import type { RandomDep } from './deps.ts';

/** A random name for a thing: 16 bytes as base64url, 22 characters. Says nothing about anybody. */
export const createId = (deps: RandomDep): string => bytesToBase64Url(deps.random.bytes(16));
