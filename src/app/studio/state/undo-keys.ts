type Stroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'defaultPrevented' | 'target'
>;

/**
 * What a key stroke means for the studio's history. Text that is being written and is not the theme's has an undo of its
 * own, which is left alone; a field of the theme says so by `data-undo="studio"`.
 */
export function readUndoKey(stroke: Stroke): 'undo' | 'redo' | undefined {
  const isCommand = (stroke.ctrlKey || stroke.metaKey) && !stroke.altKey;
  if (!isCommand || stroke.defaultPrevented || hasOwnUndo(stroke.target)) return undefined;
  // By position where the layout has other letters, as the Russian and the Kazakh one have.
  const letter = /^[a-z]$/i.test(stroke.key) ? stroke.key.toLowerCase() : stroke.code.replace('Key', '').toLowerCase();
  if (letter === 'z') return stroke.shiftKey ? 'redo' : 'undo';
  return letter === 'y' && stroke.ctrlKey && !stroke.shiftKey ? 'redo' : undefined;
}

const textInputs = ['text', 'search', 'url', 'email', 'number', 'password', 'tel', ''];

function hasOwnUndo(target: EventTarget | null): boolean {
  const element = target as (Partial<HTMLInputElement> & { dataset?: DOMStringMap }) | null;
  if (element?.dataset?.undo === 'studio') return false;
  if (element?.isContentEditable || element?.tagName === 'TEXTAREA') return true;
  return element?.tagName === 'INPUT' && textInputs.includes(element.type ?? '');
}
