import type { CDPSession, Page } from '@playwright/test';

/**
 * Tells a page as somebody hears it who sees nothing: from Chromium's accessibility tree alone, the frame in it
 * included, one line for each thing that a screen reader stops at.
 */

interface AxValue {
  value?: unknown;
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  childIds?: string[];
  properties?: { name: string; value: AxValue }[];
  backendDOMNodeId?: number;
}

export interface Heard {
  role: string;
  name: string;
}

interface Tree {
  lines: string[];
  heard: Heard[];
}

const landmarks = ['banner', 'main', 'contentinfo', 'dialog', 'alertdialog'];
const named = [
  'button',
  'link',
  'radio',
  'checkbox',
  'textbox',
  'searchbox',
  'combobox',
  'option',
  'image',
  'Iframe',
  'DisclosureTriangle',
];
/** Whose text is one thing to hear. */
const whole = ['heading', 'paragraph', 'term', 'definition', 'status', 'alert', 'LabelText', 'strong'];

export async function tellPage(page: Page): Promise<Tree> {
  const session = await page.context().newCDPSession(page);
  try {
    return await tellFrame(session, undefined, '');
  } finally {
    await session.detach();
  }
}

async function tellFrame(session: CDPSession, frameId: string | undefined, indent: string): Promise<Tree> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree', frameId ? { frameId } : {})) as {
    nodes: AxNode[];
  };
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const tree: Tree = { lines: [], heard: [] };
  const childrenOf = (node: AxNode) => (node.childIds ?? []).flatMap(id => byId.get(id) ?? []);

  const visit = async (node: AxNode, depth: string): Promise<void> => {
    const role = String(node.role?.value ?? '');
    const name = clean(node.name?.value);
    const say = (text: string) => tree.lines.push(`${depth}${text}${toStates(node)}`);
    const goOn = async (further: string) => {
      for (const child of childrenOf(node)) await visit(child, further);
    };
    if (node.ignored || role === 'none' || role === 'generic') return goOn(depth);
    if (role === 'Iframe') {
      say(`frame “${name}”`);
      const inside = await frameOf(session, node);
      const told = inside && (await tellFrame(session, inside, `${depth}  `));
      if (told) {
        tree.lines.push(...told.lines);
        tree.heard.push(...told.heard);
      }
      return;
    }
    if (landmarks.includes(role)) {
      say(name ? `[${role}: ${name}]` : `[${role}]`);
      return goOn(`${depth}  `);
    }
    if (named.includes(role)) {
      tree.heard.push({ role, name });
      say(`${role} “${name}”`);
      return;
    }
    if (role === 'list') {
      say(`list of ${childrenOf(node).length}`);
      return goOn(`${depth}  `);
    }
    if (role === 'listitem') {
      say('•');
      return goOn(`${depth}  `);
    }
    if (whole.includes(role)) {
      const text = textOf(node, childrenOf);
      const holdsControls = hasControl(node, childrenOf);
      if (!text) return goOn(depth);
      if (holdsControls) return goOn(depth);
      say(
        role === 'heading'
          ? `heading ${levelOf(node)}: ${text}`
          : role === 'status' || role === 'alert'
            ? `(${role}) ${text}`
            : text,
      );
      return;
    }
    if (role === 'StaticText') {
      if (name) say(name);
      return;
    }
    return goOn(depth);
  };

  const root = nodes[0];
  if (root) await visit(root, indent);
  return tree;
}

async function frameOf(session: CDPSession, { backendDOMNodeId }: AxNode): Promise<string | undefined> {
  if (backendDOMNodeId === undefined) return undefined;
  const { node } = (await session.send('DOM.describeNode', { backendNodeId: backendDOMNodeId })) as {
    node: { frameId?: string };
  };
  return node.frameId;
}

function textOf(node: AxNode, childrenOf: (node: AxNode) => AxNode[]): string {
  if (node.role?.value === 'StaticText') return clean(node.name?.value);
  return childrenOf(node)
    .map(child => textOf(child, childrenOf))
    .filter(Boolean)
    .join(' ')
    .replace(/ ([:.,])/g, '$1');
}

function hasControl(node: AxNode, childrenOf: (node: AxNode) => AxNode[]): boolean {
  return childrenOf(node).some(child => named.includes(String(child.role?.value)) || hasControl(child, childrenOf));
}

function levelOf(node: AxNode): unknown {
  return node.properties?.find(property => property.name === 'level')?.value.value;
}

const toldStates = ['focused', 'checked', 'expanded', 'disabled', 'invalid', 'pressed', 'selected', 'busy'];

function toStates(node: AxNode): string {
  const states = (node.properties ?? [])
    .filter(({ name, value }) => toldStates.includes(name) && (name === 'expanded' || String(value.value) !== 'false'))
    .filter(({ name }) => name !== 'focused' || node.role?.value !== 'RootWebArea')
    .map(({ name, value }) => toState(name, String(value.value)));
  const current = node.properties?.find(({ name }) => name === 'current')?.value.value;
  const description = clean(node.description?.value);
  return [
    states.length > 0 ? ` (${states.join(', ')})` : '',
    current ? ` (current ${String(current)})` : '',
    description ? ` – ${description}` : '',
  ].join('');
}

function toState(name: string, value: string): string {
  if (name === 'expanded') return value === 'true' ? 'expanded' : 'collapsed';
  return value === 'true' ? name : `${name}: ${value}`;
}

function clean(text: unknown): string {
  return String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
