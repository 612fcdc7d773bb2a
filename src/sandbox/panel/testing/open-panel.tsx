import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { createPanelHttp } from '../api/panel-http';
import { createPanelQueryClient, PanelHttpContext } from '../api/panel-queries';
import { PanelPage } from '../panel-page';
import { answer, createFakeSandbox, type FakeSandbox } from './fake-sandbox';

export interface OpenPanel {
  sandbox: FakeSandbox;
  queryClient: QueryClient;
}

/** The whole panel at an address, before a sandbox that is made up. */
export function openPanel(setup: Partial<FakeSandbox> = {}, address = '/'): OpenPanel {
  window.history.replaceState(null, '', address);
  const sandbox = createFakeSandbox(setup);
  const queryClient = renderPanel(async (input, init) => answer(sandbox, String(input), init));
  return { sandbox, queryClient };
}

export function renderPanel(fetch: typeof globalThis.fetch): QueryClient {
  const queryClient = createPanelQueryClient();
  render(
    <QueryClientProvider client={queryClient}>
      <PanelHttpContext value={createPanelHttp(fetch)}>
        <PanelPage />
      </PanelHttpContext>
    </QueryClientProvider>,
  );
  return queryClient;
}

export async function choosePerson(name: RegExp): Promise<void> {
  await userEvent.click(await screen.findByRole('link', { name }));
  await screen.findByRole('heading', { name: 'Verdict' });
}

export async function fill(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}
