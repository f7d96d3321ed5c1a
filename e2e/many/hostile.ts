/** Values and changes that somebody would choose who wants a program to fall: after decoding, so that they get far. */
import type { Chance } from '../crash/chance.ts';

const deep = (levels: number): unknown => {
  let value: unknown = 0;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** What stands where something else was expected. */
const values: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => false,
  () => 0,
  () => -1,
  () => -0,
  () => 0.5,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => -8.64e15,
  () => 8.64e15 + 1,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => '',
  () => ' ',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => 'hasOwnProperty',
  () => '\ud800',
  () => 'a\udfff\u0000b',
  () => '\u202e\u2066\u200f Åsa \u2069',
  () => '<img src=x onerror=alert(1)>',
  () => '2026-02-31',
  () => '0000-00-00',
  () => '+275760-09-13',
  () => '99:99',
  () => 'å'.repeat(20_000),
  () => 'x'.repeat(200_000),
  () => [],
  () => ({}),
  () => [null, [null], {}],
  () => ({ length: 1e9 }),
  () => JSON.parse('{"toString": 1, "valueOf": null, "toJSON": 2, "then": 3}'),
  () => JSON.parse('{"__proto__": {"value": 1}, "constructor": {"prototype": 1}}'),
  () => deep(60),
  () => deep(600),
  () => Array.from({ length: 5_000 }, (_, place) => place),
];

export const hostileValue = (chance: Chance): unknown =>
  (values[chance.below(values.length)] ?? values[0])?.();

interface Place {
  readonly node: object;
  readonly key: string;
}

const placesIn = (json: unknown): readonly Place[] => {
  const places: Place[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || places.length > 400) return;
    for (const key of Object.keys(node)) {
      places.push({ node, key });
      walk(Reflect.get(node, key));
    }
  };
  walk(json);
  return places;
};

/** A copy with one to three things in it changed: dropped, of another kind, twice, in another order, under another name. */
export const damageJson = (json: unknown, chance: Chance): unknown => {
  const copy: { top: unknown } = { top: structuredClone(json) };
  for (let turn = chance.below(3); turn >= 0; turn -= 1) damageOnce(copy, chance);
  return copy.top;
};

const damageOnce = (copy: { top: unknown }, chance: Chance): void => {
  const places = placesIn(copy);
  const { node, key } = places[chance.below(places.length)] ?? { node: copy, key: 'top' };
  const value: unknown = Reflect.get(node, key);
  switch (chance.below(8)) {
    case 0:
      if (node !== copy) Reflect.deleteProperty(node, key);
      break;
    case 1:
      if (Array.isArray(value)) Reflect.set(node, key, [...value, ...value].reverse());
      else Reflect.set(node, key, [value]);
      break;
    case 2: {
      const other = places[chance.below(places.length)];
      if (other !== undefined && !ArrayBuffer.isView(node)) {
        Reflect.set(node, key, structuredClone(Reflect.get(other.node, other.key)));
      }
      break;
    }
    case 3:
      if (typeof value === 'number') Reflect.set(node, key, -value * 1e6);
      else if (typeof value === 'string')
        Reflect.set(node, key, value.slice(1) + value.slice(0, 1));
      else Reflect.set(node, key, JSON.stringify(value) ?? '');
      break;
    case 4:
      Object.defineProperty(
        node,
        ['__proto__', 'toString', 'kind', 'ny'][chance.below(4)] ?? 'ny',
        {
          value: hostileValue(chance),
          enumerable: true,
          configurable: true,
          writable: true,
        },
      );
      break;
    default:
      // Bytes take numbers only.
      Reflect.set(node, key, ArrayBuffer.isView(node) ? chance.below(256) : hostileValue(chance));
  }
};

/** Flipped bits, cut short, made longer, a stretch twice or gone: what a disk does. */
export const damageBytes = (source: Uint8Array, chance: Chance): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(source);
  const at = chance.below(Math.max(1, bytes.length));
  const to = Math.min(bytes.length, at + 1 + chance.below(64));
  switch (chance.below(6)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return new Uint8Array([...bytes, ...bytes.slice(at, to)]);
    case 2:
      return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(to)]);
    case 3:
      bytes.fill(chance.below(256), at, to);
      return bytes;
    case 4:
      return bytes.reverse();
    default:
      for (let turn = chance.below(8); turn >= 0; turn -= 1) {
        const place = chance.below(Math.max(1, bytes.length));
        bytes[place] = (bytes[place] ?? 0) ^ (1 << chance.below(8));
      }
      return bytes;
  }
};
