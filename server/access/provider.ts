/** Speaks with who signs people in: OpenID Connect, code flow with PKCE, state and nonce. */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { err, ok, type Result } from '../../src/shared/result.ts';
import type { OidcSettings } from './accessSettings.ts';

export interface Begun {
  /** Where the person goes now. */
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** `denied`: by the person, by the provider, or not one of those who may. `failed`: it did not answer as it should. */
export type SignInFault = 'denied' | 'failed';

export interface Provider {
  /** @param anew asks who it is, also where the provider thinks it knows: for who was there with another account */
  readonly begin: (redirectUri: string, anew?: boolean) => Promise<Result<Begun, 'failed'>>;
  /** Gives what names the person. @param url whole, as the person came back to it */
  readonly finish: (
    url: URL,
    begun: Pick<Begun, 'state' | 'nonce' | 'verifier'>,
  ) => Promise<Result<string, SignInFault>>;
}

const timeoutSeconds = 10;

const holds = (value: unknown, wanted: string): boolean =>
  Array.isArray(value) ? value.includes(wanted) : value === wanted;

/** @param ask in a test, how it reaches the provider */
export const createProvider = (
  { issuer, clientId, clientSecret, scope, claim, needs }: OidcSettings,
  ask?: CustomFetch,
): Provider => {
  let known: Promise<Configuration> | null = null;

  /** Asked for when it is needed, and again when it failed: the server starts without it. */
  const configuration = (): Promise<Configuration> => {
    known ??= discovery(
      issuer,
      clientId,
      {},
      clientSecret === null ? None() : ClientSecretBasic(clientSecret),
      {
        timeout: timeoutSeconds,
        ...(issuer.protocol === 'http:' && { execute: [allowInsecureRequests] }),
        ...(ask !== undefined && { [customFetch]: ask }),
      },
    ).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };

  return {
    begin: async (redirectUri, anew = false) => {
      try {
        const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
        const url = buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope,
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(anew && { prompt: 'login' }),
        });
        return ok({ url, state, nonce, verifier });
      } catch {
        return err('failed');
      }
    },
    finish: async (url, { state, nonce, verifier }) => {
      try {
        const tokens = await authorizationCodeGrant(await configuration(), url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        const name = claims?.[claim];
        if (needs !== null && !holds(claims?.[needs.claim], needs.value)) return err('denied');
        return typeof name === 'string' && name !== '' ? ok(name) : err('denied');
      } catch (error) {
        return err(error instanceof AuthorizationResponseError ? 'denied' : 'failed');
      }
    },
  };
};
