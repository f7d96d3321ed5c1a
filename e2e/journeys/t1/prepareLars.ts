/** T1 before the meeting: first start, the case, what matters, questions, people, and the consent to make a plan. */
import { firstStart, newSip, waitForSaved } from '../../app.ts';
import type { Page } from '../../driver/types.ts';
import { addExceptedParty, addPerson, addQuestion, sayYes } from '../steps.ts';
import { important, notTold, people, questions } from './lars.ts';

/** From **Välkommen** to **Samtycke**, with the first of the two answers. Gives the address of the case. */
export const prepareLars = async (page: Page, url: string): Promise<string> => {
  await firstStart(page, url);
  const address = await newSip(page, 'Lars');
  await page.type('Vad är viktigt för dig?', important);
  for (const question of questions) await addQuestion(page, question);
  for (const person of people) await addPerson(page, person);
  await waitForSaved(page);
  await page.press('link', 'Vidare till samtycke');
  await page.press('button', 'Vi pratade om det');
  await page.waitForText('Lars fick veta');
  await sayYes(page, 'make');
  for (const party of notTold) await addExceptedParty(page, party);
  await waitForSaved(page);
  return address;
};
