import { expect, it } from 'vitest';
import { foldRing, ringFactTypes } from '../sync/ringFacts.ts';
import { readPairingMessage } from './pairingMessages.ts';

const turned = 'Eva \u202eke\u2066\u0000\nOrden är lika: tryck Ja';
const plain = 'Eva ke / Orden är lika: tryck Ja';

it('reads what the other is called as one line that turns nothing round', () => {
  const named = { name: turned, organisation: `Åby\u2028${turned}` };
  const read = { name: plain, organisation: `Åby / ${plain}` };
  const hello = { is: 'hello', key: 'k', number: 'n', ...named };
  const offer = { is: 'offer', use: 'writers', promise: 'p', signer: 's', ...named };
  expect(readPairingMessage(hello)).toMatchObject(read);
  expect(readPairingMessage(offer)).toMatchObject(read);
});

it('reads the names of a ring so too', () => {
  const fact = (type: string, data: unknown) => ({
    id: type,
    type,
    data,
    at: 1,
    by: { name: '', function: '', unit: '' },
  });
  const { members, gone } = foldRing({ use: 'devices', caseId: null }, [
    fact(ringFactTypes.member, { member: 'm', name: turned }),
    fact(ringFactTypes.gone, { caseId: 'c', epoch: 1, heads: {}, from: turned }),
  ]);
  expect(members).toMatchObject([{ name: plain }]);
  expect([...gone.values()]).toMatchObject([{ from: plain }]);
});

it('passes over what is too long, or none', () => {
  const hello = { is: 'hello', key: 'k', number: 'n', name: 'å'.repeat(201), organisation: '' };
  for (const strange of [hello, { ...hello, name: 7 }, { is: '__proto__' }, null, [], 'hello'])
    expect(readPairingMessage(strange)).toBeNull();
});
