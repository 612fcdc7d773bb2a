import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** Opens the list of languages from a page in English and takes the one that is called `name` there. */
export async function chooseLanguage(name: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: /^Language: / }));
  await userEvent.click(await screen.findByText(name, { selector: '[role=option] *' })); // by role takes seconds in jsdom
}
