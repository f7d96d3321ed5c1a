/**
 * Secrets have a type that cannot be printed, logged or serialised. The value lies beside the object, not in it,
 * so no spread, no JSON and no console finds it. Only this folder opens one.
 */

const values = new WeakMap<object, string>();

export interface Secret {
  readonly secret: true;
  toString(): string;
  toJSON(): string;
}

const covered = '[secret]';

/** Wraps what a person typed, as soon as it is read from the field. */
export const secretOf = (text: string): Secret => {
  const secret: Secret = Object.freeze({
    secret: true,
    toString: () => covered,
    toJSON: () => covered,
  });
  values.set(secret, text);
  return secret;
};

/** For this folder only. */
export const openSecret = (secret: Secret): string => values.get(secret) ?? '';
