import swedish from '../i18n/locales/sv/plan.json' with { type: 'json' };
import type { PlanTextWords } from './planText.ts';

/** The Swedish texts, looked up as i18next would. Imported by tests only. */
export const swedishWords: PlanTextWords = {
  t: (key, params = {}) => {
    let found: unknown = swedish;
    for (const name of key.slice('plan:'.length).split('.')) {
      found = (found as Readonly<Record<string, unknown>>)[name];
    }
    if (typeof found !== 'string') throw new Error(`no text ${key}`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));
  },
  date: (date) => date,
  time: (time) => time.replace(':', '.'),
};
