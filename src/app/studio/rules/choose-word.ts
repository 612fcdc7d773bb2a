import { acceptCompletion, completionKeymap } from '@codemirror/autocomplete';
import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { type Command, type KeyBinding, keymap } from '@codemirror/view';

const choose = StateEffect.define<null>();

/** Whether a key has gone to the list since the last one that wrote something. */
const isChosen = StateField.define({
  create: () => false,
  update: (was, { effects, docChanged }) => effects.some(effect => effect.is(choose)) || (was && !docChanged),
});

/** Tab takes the first word on offer. Enter takes one that was gone to, and is a new line to whoever only writes. */
export const chooseWord: Extension = [
  isChosen,
  Prec.highest(keymap.of([...completionKeymap.map(withChoice), { key: 'Tab', run: acceptCompletion }])),
];

function withChoice({ run = () => false, ...binding }: KeyBinding): KeyBinding {
  if (binding.key === 'Enter') return { ...binding, run: view => view.state.field(isChosen) && run(view) };
  return binding.key === 'Escape' ? { ...binding, run } : { ...binding, run: choosing(run) };
}

function choosing(run: Command): Command {
  return view => {
    const isDone = run(view);
    if (isDone) view.dispatch({ effects: choose.of(null) });
    return isDone;
  };
}
