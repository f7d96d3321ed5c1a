import type { PlanTextWords } from './planText.ts';

/** The texts of a locale's `plan.json`, looked up as i18next would. Imported by tests only. */
export const wordsFrom = (texts: unknown): PlanTextWords => ({
  t: (key, params = {}) => {
    let found = texts;
    for (const name of key.slice('plan:'.length).split('.')) {
      found = (found as Readonly<Record<string, unknown>>)[name];
    }
    if (typeof found !== 'string') throw new Error(`no text ${key}`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));
  },
  date: (date) => date,
  time: (time) => time.replace(':', '.'),
});
