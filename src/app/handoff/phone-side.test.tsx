import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aVerification } from '../testing/fake-backend';
import { openLook } from '../testing/fake-hand-offs';
import { renderApp } from '../testing/render-app';

const token = 'a-token-of-24-characters';
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

const open = (options: Parameters<typeof renderApp>[0] = {}) => renderApp({ path: `/handoff#${token}.en`, ...options });

test('spends nothing before the person continues, and keeps the token out of every place that lasts', async () => {
  const { backend } = await open({ handOffs: { taken: aVerification({}) } });
  await heading('Continue on this phone?');
  expect(backend.calls).toContain('POST /api/hand-off/look');
  expect(backend.calls).not.toContain('POST /api/hand-off/take');
  const places = [
    window.location.href,
    JSON.stringify(window.history.state),
    JSON.stringify({ ...window.localStorage, ...window.sessionStorage }),
    document.body.innerHTML,
    ...backend.calls,
  ];
  expect(places.filter(place => place.includes(token))).toEqual([]);
  expect(new Set(backend.bodies.map(body => JSON.stringify(body)))).toEqual(new Set([JSON.stringify({ token })]));
});

test('says what was started, where and when', async () => {
  await open();
  await heading('Continue on this phone?');
  const facts = screen.getAllByRole('definition').map(fact => fact.textContent);
  const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  expect(facts).toEqual(['Identity check', 'Chrome on Windows', time.format(Date.UTC(2026, 10, 25, 12))]);
});

test('names whose check it is, where the operator has a name', async () => {
  await open({ configuration: { brand: { name: 'Aqsha Bank', logo: null } } });
  await heading('Continue on this phone?');
  expect((await screen.findAllByRole('definition'))[0]?.textContent).toBe('Aqsha Bank');
});

test('goes on with the check in a session of its own once the person says so', async () => {
  const { backend, sdk } = await open({ handOffs: { taken: aVerification({ status: 'in-progress' }) } });
  await heading('Continue on this phone?');
  const asked = backend.calls.length;
  await press('Continue');
  await waitFor(() => expect(sdk.alive()).toHaveLength(1));
  expect(window.location.pathname).toBe('/verify');
  expect(backend.calls.filter(call => call === 'POST /api/hand-off/take')).toHaveLength(1);
  expect(backend.calls.slice(asked)).toContain('GET /api/configuration');
});

test('leads to the status where there is nothing to send any more, and says that the computer shows it, too', async () => {
  await open({ handOffs: { taken: aVerification({ status: 'in-review' }) } });
  await press('Continue');
  await heading('We have your documents');
  screen.getByText(/You can go back to your computer/);
});

test('says after a reload, too, that the computer shows the result, and never to anybody else', async () => {
  await renderApp({ path: '/status', verification: aVerification({ status: 'in-review' }), handedOff: true });
  await screen.findByText(/You can go back to your computer/);
});

test('does not speak of a computer to somebody who was not handed off', async () => {
  await renderApp({ path: '/status', verification: aVerification({ status: 'in-review' }) });
  await heading('We have your documents');
  expect(screen.queryByText(/You can go back to your computer/)).toBeNull();
});

test('opens nothing for somebody who did not start it', async () => {
  const { backend } = await open();
  await press('I did not start this');
  await heading('Nothing was opened');
  expect(backend.calls).not.toContain('POST /api/hand-off/take');
});

test('warns that somebody else’s check would be closed', async () => {
  await open({
    verification: aVerification({ status: 'in-review' }),
    handOffs: { look: { ...openLook, present: 'somebody-else' } },
  });
  await screen.findByText(/Somebody else’s check is open in this browser/);
});

test('names what is known of the device where it was started', async () => {
  await open({ handOffs: { look: { ...openLook, startedOn: { browser: null, system: null } } } });
  await screen.findByText('On a device we don’t recognise');
});

test.each([
  ['hand-off-used', 'This link has been used already'],
  ['hand-off-expired', 'This link has expired'],
  ['hand-off-cancelled', 'This link was cancelled'],
  ['hand-off-unknown', 'This link does not work'],
] as const)('explains a link that is refused as %s', async (look, name) => {
  await open({ handOffs: { look } });
  await heading(name);
});

test('explains a link that somebody else used while the question stood', async () => {
  await open({ handOffs: { taken: 'hand-off-used' } });
  await press('Continue');
  await heading('This link has been used already');
  screen.getByText(/press “Disconnect the phone”/);
});

test('explains a link that was cut off', async () => {
  const { backend } = await renderApp({ path: '/handoff#a-token-of-24' });
  await heading('This link does not work');
  expect(window.location.hash).toBe('');
  expect(backend.calls.filter(call => call.includes('hand-off'))).toEqual([]);
});

test('asks to scan again after a reload, since the link is kept nowhere', async () => {
  const { backend } = await renderApp({ path: '/handoff', historyState: { openedLink: true } });
  await heading('Scan the code once more');
  expect(backend.calls).not.toContain('POST /api/hand-off');
});

test('does no harm on the device where it was started', async () => {
  const { backend } = await open({ verification: aVerification({}), handOffs: { look: { is: 'own' } } });
  await heading('This is where you started');
  expect(backend.calls).not.toContain('POST /api/hand-off/take');
  await press('Show the code');
  await heading('Continue on your phone');
});

test('leads on where the link was taken by this very device', async () => {
  const { sdk } = await open({ verification: aVerification({}), handOffs: { look: { is: 'taken-here' } } });
  await waitFor(() => expect(sdk.alive()).toHaveLength(1));
});

test('reads a link that is opened where the page is open already', async () => {
  await renderApp({ path: '/handoff', historyState: { openedLink: true } });
  await heading('Scan the code once more');
  act(() => {
    window.location.hash = `#${token}.en`;
  });
  await heading('Continue on this phone?');
  expect(window.location.hash).toBe('');
});

test('says beside the button that the connection failed, and keeps the question', async () => {
  const { backend } = await open({ handOffs: { taken: aVerification({}) } });
  await heading('Continue on this phone?');
  backend.state.problem = 'provider-refused';
  await press('Continue');
  await screen.findByText(/The checking service is not available/);
  backend.state.problem = undefined;
  await press('Continue');
  await waitFor(() => expect(window.location.pathname).toBe('/verify'));
});

test('speaks the language of the computer where none was chosen on this phone, and keeps it', async () => {
  await renderApp({ path: `/handoff#${token}.kk`, language: 'en' });
  await heading('Осы телефонда жалғастырасыз ба?');
  expect(document.documentElement.lang).toBe('kk');
});

test('stays with the language that was chosen on this phone', async () => {
  await renderApp({ path: `/handoff#${token}.kk`, chosenLanguage: 'ru' });
  await heading('Продолжить на этом телефоне?');
});
