import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import {
  judgeSurvey,
  type OfficialSurvey,
  readOfficialSurvey,
  writeOfficialSurvey,
} from './officialSurvey.ts';

const survey: OfficialSurvey = { address: 'https://www.exempel.se/enkat', owner: 'SKR' };

const judged = (address: string, owner = 'SKR') => judgeSurvey({ address, owner });

describe('the address of another survey', () => {
  it('is kept as the browser reads it', () => {
    expect(judged(' Https://WWW.exempel.se/enkat?kommun=2180#start ', ' SKR ')).toEqual(
      ok({ address: 'https://www.exempel.se/enkat?kommun=2180#start', owner: 'SKR' }),
    );
    // Letters that only look like others are shown for what they are.
    expect(judged('https://еxempel.se/')).toEqual(
      ok({ address: 'https://xn--xempel-2of.se/', owner: 'SKR' }),
    );
  });

  it.each([
    ['https', 'http://www.exempel.se/enkat'],
    ['address', ''],
    ['address', 'www.exempel.se/enkat'],
    ['address', 'javascript:alert(1)'],
    ['address', 'data:text/html,hej'],
    ['address', 'file:///etc/passwd'],
    ['address', 'https://'],
    ['address', 'https://localhost/enkat'],
    ['address', 'https://192.168.0.1/enkat'],
    ['address', 'https://[::1]/enkat'],
    ['address', 'https://www.exempel.se/en kat'],
    ['login', 'https://karin:hemligt@www.exempel.se/'],
    ['login', 'https://www.skr.se@exempel.se/'],
    ['long', `https://www.exempel.se/${'x'.repeat(500)}`],
  ])('is refused for its %s: %s', (problem, address) => {
    expect(judged(address)).toEqual(err(problem));
  });

  it('is not shown without saying whose it is', () => {
    expect(judged(survey.address, '  ')).toEqual(err('owner'));
  });

  it('is kept in the vault and judged anew when it is read', async () => {
    const kept = new Map<string, unknown>();
    const vault = {
      readValue: async (name: string) => ok(kept.get(name) ?? null),
      writeValue: async (name: string, value: unknown) => {
        kept.set(name, value);
        return ok(undefined);
      },
    };
    expect(await readOfficialSurvey(vault)).toBeNull();
    expect(await writeOfficialSurvey(vault, survey)).toBe(true);
    expect(await readOfficialSurvey(vault)).toEqual(survey);
    for (const value of [{ ...survey, address: 'javascript:alert(1)' }, 'x', { owner: 'SKR' }, 7]) {
      kept.set('officialSurvey', value);
      expect(await readOfficialSurvey(vault)).toBeNull();
    }
    await writeOfficialSurvey(vault, null);
    expect(await readOfficialSurvey(vault)).toBeNull();
    const locked = { readValue: async () => err({ kind: 'locked' } as const) };
    expect(await readOfficialSurvey(locked)).toBeNull();
  });
});
