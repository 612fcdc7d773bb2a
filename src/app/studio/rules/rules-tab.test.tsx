import { completionStatus, currentCompletions, startCompletion } from '@codemirror/autocomplete';
import { forceLinting, forEachDiagnostic } from '@codemirror/lint';
import { EditorView, runScopeHandlers } from '@codemirror/view';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createTheme } from '#contract/theme';
import { renderStudio } from '../testing/render-studio';
import { FormatButton } from './format-button';
import { RulesTab } from './rules-tab';

// The editor is heavy, and would have to come within the second that a query waits.
beforeAll(() => import('./rules-editor'));

// jsdom lays nothing out, and knows little of CSS.
beforeEach(() => {
  const rects = Object.assign([], { item: () => null });
  Object.assign(Range.prototype, { getClientRects: () => rects, getBoundingClientRect: () => new DOMRect() });
  const known: Readonly<Record<string, RegExp>> = { color: /^(red|blue|inherit)$/, top: /^(0|inherit)$/ };
  Object.assign(CSS, { supports: (property: string, value: string) => known[property]?.test(value) ?? false });
  return () => Reflect.deleteProperty(CSS, 'supports');
});

async function openRules(rules: string) {
  const { studio } = renderStudio(<RulesTab />, { ...createTheme('Test'), rules });
  const content = await screen.findByRole('textbox', { name: 'CSS rules' });
  const view = EditorView.findFromDOM(content);
  if (!view) throw new Error('No editor');
  return { studio, view, write: (text: string) => act(() => insert(view, text)) };
}

function insert(view: EditorView, text: string) {
  const at = view.state.selection.main.head;
  view.dispatch({
    changes: { from: at, insert: text },
    selection: { anchor: at + text.length },
    userEvent: 'input.type',
  });
}

function readFaults(view: EditorView): string[] {
  const faults: string[] = [];
  forEachDiagnostic(view.state, ({ message }) => faults.push(message));
  return faults;
}

test('what is typed in one go is one step of the history, and undo brings the text back', async () => {
  const { studio, view, write } = await openRules('p { }\n');
  act(() => view.dispatch({ selection: { anchor: 4 } }));
  write('top');
  write(': 0;');
  expect(studio.readTheme().rules).toBe('p { top: 0;}\n');
  act(() => view.contentDOM.dispatchEvent(new FocusEvent('blur')));
  write(' color: red;');
  act(studio.undo);
  expect(view.state.doc.toString()).toBe('p { top: 0;}\n');
  expect(view.state.selection.main.head).toBe(11);
  act(studio.undo);
  expect(view.state.doc.toString()).toBe('p { }\n');
  expect(studio.readTheme().rules).toBe('p { }\n');
});

test('a line that is asked for is marked until the cursor moves on', async () => {
  const { studio, view } = await openRules('p {\n  color: red;\n}\n');
  act(() => studio.show({ tab: 'rules', line: 2, column: 3 }));
  expect(view.contentDOM.querySelector('.rules-marked')?.textContent).toBe('  color: red;');
  expect(view.state.selection.main.head).toBe(6);
  act(() => view.dispatch({ selection: { anchor: 0 } }));
  expect(view.contentDOM.querySelector('.rules-marked')).toBeNull();
});

test('the widget’s selectors are offered with what they are, those that nothing confirms last', async () => {
  const { view, write } = await openRules('');
  write('.mobile-b');
  act(() => void startCompletion(view));
  await waitFor(() => expect(completionStatus(view.state)).toBe('active'));
  const offered = currentCompletions(view.state);
  expect(offered[0]).toMatchObject({ label: '.mobile-button', detail: 'Document' });
  act(() =>
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: '.kyc' }, selection: { anchor: 4 } }),
  );
  act(() => void startCompletion(view));
  await waitFor(() => expect(currentCompletions(view.state).at(-1)?.detail).toBe('Not proved'));
});

test('the widget’s variables are offered with their stock value, beside those of the rules', async () => {
  const { view, write } = await openRules(':root { --own: red }\np { color: ');
  act(() => view.dispatch({ selection: { anchor: view.state.doc.length } }));
  write('var(--');
  act(() => void startCompletion(view));
  await waitFor(() => expect(completionStatus(view.state)).toBe('active'));
  const offered = currentCompletions(view.state);
  expect(offered.find(({ label }) => label === '--red-color')?.detail).toBe('#ff4d4d');
  expect(offered.map(({ label }) => label)).toContain('--own');
});

function press(view: EditorView, key: string) {
  act(() => {
    if (!runScopeHandlers(view, new KeyboardEvent('keydown', { key }), 'editor'))
      throw new Error(`${key} does nothing`);
  });
}

test('Enter after a word is a new line, whatever is offered, until a key has gone to the list', async () => {
  const { view, write } = await openRules('');
  const offer = async () => {
    act(() => view.dispatch({ changes: { from: 0, to: view.state.doc.length }, selection: { anchor: 0 } }));
    write('.mobile-b');
    await waitFor(() => expect(completionStatus(view.state)).toBe('active'));
    vi.setSystemTime(Date.now() + 100); // a list takes no key before it can be seen
  };
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  await offer();
  press(view, 'Enter');
  expect(view.state.doc.toString()).toBe('.mobile-b\n');
  await offer();
  press(view, 'Tab');
  expect(view.state.doc.toString()).toBe('.mobile-button');
  await offer();
  press(view, 'ArrowDown');
  press(view, 'ArrowUp');
  press(view, 'Enter');
  expect(view.state.doc.toString()).toBe('.mobile-button');
});

test('faults are told with line and column, counted, and mended on request', async () => {
  const { studio, view } = await openRules('// Card\np { colr: red }\n');
  act(() => forceLinting(view));
  await waitFor(() =>
    expect(readFaults(view)).toEqual([
      'Line 1, column 1. CSS has no // comments: the browser takes it for code, and what comes next is lost with it.',
      'Line 2, column 5. The browser knows no property colr and drops it. You may mean color.',
    ]),
  );
  await userEvent.click(await screen.findByRole('button', { name: '2 findings' }));
  await userEvent.click(screen.getAllByRole('button', { name: /Write \/\* Card \*\// })[0] ?? document.body);
  expect(studio.readTheme().rules).toBe('/* Card */\np { colr: red }\n');
});

test('what the settings make is shown as CSS, and a rule of it goes into the rules', async () => {
  const { studio } = renderStudio(<RulesTab />, { ...createTheme('Test'), controlRadius: 7, rules: 'p { top: 0 }\n' });
  await userEvent.click(await screen.findByText('What the settings make'));
  const [copy] = await screen.findAllByRole('button', { name: 'Move into rules: :root' });
  await userEvent.click(copy ?? document.body);
  expect(studio.readTheme().rules).toMatch(/^p \{ top: 0 \}\n\n:root \{\n[^}]*7px;\n\}\n$/);
  expect(document.querySelector('.rules-marked')?.textContent).toBe(':root {');
});

test('formatting is one step, and says why where it leaves a text alone', async () => {
  const { studio, write } = await openRules('p{top:0}');
  const format = screen.getByRole('button', { name: 'Format' });
  await userEvent.click(format);
  expect(await screen.findAllByText('Formatted.')).not.toHaveLength(0);
  expect(studio.readTheme().rules).toBe('p {\n  top: 0;\n}\n');
  write('}');
  await userEvent.click(format);
  expect(await screen.findAllByText(/Left as it is.* Line 1, column 1\. It closes nothing/)).not.toHaveLength(0);
  expect(studio.readTheme().rules).toBe('}p {\n  top: 0;\n}\n');
});

test('a formatter that does not come is said so, and leaves the text alone', async () => {
  const said: string[] = [];
  const say = { finding: () => '', fix: () => '' };
  const load = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  const theme = { ...createTheme('Test'), rules: 'p{top:0}' };
  const { studio } = renderStudio(<FormatButton say={say} load={load} onSay={words => said.push(words)} />, theme);
  await userEvent.click(screen.getByRole('button', { name: 'Format' }));
  expect(said).toEqual([expect.stringMatching(/^The formatter could not be loaded/)]);
  expect(studio.readTheme().rules).toBe('p{top:0}');
});
