import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

type Layer = 'contract' | 'idngo' | 'theming' | 'stand-in' | 'server' | 'app' | 'sandbox';

/** What a theme may name in the frame. */
const sdkCatalogue = ['sdk-selectors', 'sdk-structure', 'sdk-variables'] as const;

/** Which files of other layers a layer may import; `*` is all of them. */
const mayImport: Record<Layer, Partial<Record<Layer, '*' | readonly string[]>>> = {
  contract: {},
  idngo: {},
  theming: { contract: '*', idngo: sdkCatalogue },
  'stand-in': { idngo: '*' },
  server: { contract: '*', idngo: '*', theming: '*' },
  app: {
    contract: '*',
    idngo: ['web-sdk', 'file-rules', ...sdkCatalogue, 'reject-labels'],
    theming: '*',
    'stand-in': ['preview-address', 'preview-names', 'preview-message', 'texts'],
  },
  sandbox: { idngo: '*', 'stand-in': ['frame-contract', 'form-rules'] },
};

/** Packages a pure layer may use; the others may use what their runtime offers. */
const purePackages: Partial<Record<Layer, readonly string[]>> = {
  contract: ['valibot'],
  idngo: ['valibot'],
  theming: ['valibot', 'culori', 'css-tree', 'css-tree/tokenizer', 'colorjs.io/fn'],
};

const layers = Object.keys(mayImport) as Layer[];
const root = join(import.meta.dirname);

interface Import {
  file: string;
  layer: Layer;
  target: string;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map(file => file.split(sep).join('/'));

const imports: Import[] = files.flatMap(file => {
  const layer = layers.find(name => file.startsWith(`${name}/`));
  if (!layer || file.includes('/testing/')) return [];
  const source = readFileSync(join(root, file), 'utf8');
  const targets = [...source.matchAll(/(?:from\s+|import\s+|import\()\s*'([^']+)'/g)].flatMap(match => match[1] ?? []);
  return targets.map(target => ({ file, layer, target }));
});

/** The layer and file an import leads to; undefined for packages. */
function resolveImport({ file, target }: Import): { layer: string; name: string } | undefined {
  if (target.startsWith('#')) {
    const [layer = '', ...rest] = target.slice(1).split('/');
    return { layer, name: rest.join('/') };
  }
  if (!target.startsWith('.')) return undefined;
  const [layer = '', ...rest] = relative('.', join(dirname(file), target)).split(sep);
  return { layer, name: rest.join('/') };
}

test('every layer imports only what the rules allow', () => {
  const broken = imports.filter(found => {
    const target = resolveImport(found);
    if (!target || target.layer === found.layer) return false;
    const allowed = mayImport[found.layer][target.layer as Layer];
    return !(allowed === '*' || allowed?.includes(target.name));
  });
  expect(broken).toEqual([]);
  expect(imports.length).toBeGreaterThan(100);
});

test('other layers are spelled with a hash, the own one relatively', () => {
  const misspelt = imports.filter(found => {
    const target = resolveImport(found);
    return target && found.target.startsWith('#') === (target.layer === found.layer);
  });
  expect(misspelt).toEqual([]);
});

test('the pure layers use the schema library and nothing else', () => {
  const impure = imports.filter(found => {
    const allowed = purePackages[found.layer];
    return allowed && !resolveImport(found) && !allowed.includes(found.target);
  });
  expect(impure).toEqual([]);
});

test('only the composition roots read the environment', () => {
  const readers = files.filter(
    file =>
      layers.some(layer => file.startsWith(`${layer}/`)) &&
      !/\/(main|config)\.ts$/.test(file) &&
      /process\.env|import\.meta\.env/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(readers).toEqual([]);
});

test('screens of the app are blind to each other, and its roots do not look up', () => {
  const screens = ['start', 'verify', 'status', 'handoff', 'studio', 'gallery', 'operations'];
  const peeking = imports.filter(found => {
    const target = resolveImport(found);
    if (found.layer !== 'app' || target?.layer !== 'app') return false;
    const from = found.file.split('/')[1] ?? '';
    const to = target.name.split('/')[0] ?? '';
    if (screens.includes(from) && screens.includes(to)) return from !== to;
    return ['api', 'sdk'].includes(from) && (to === 'ui' || screens.includes(to));
  });
  expect(peeking).toEqual([]);
});

test('the judge and the translators import nothing but the contracts', () => {
  const pure = /server\/verifications\/(lifecycle|translate-[a-z]+)\.ts$/;
  const beyond = imports.filter(found => {
    if (!pure.test(found.file)) return false;
    const target = resolveImport(found);
    const within = target && (['contract', 'idngo'].includes(target.layer) || target.name.startsWith('verifications/'));
    return !within && found.target !== 'node:crypto';
  });
  expect(beyond).toEqual([]);
});

test('files are named in kebab case, and none for a drawer', () => {
  const misnamed = files.filter(file => {
    const name = basename(file).replace(/(\.d)?\.tsx?$/, '');
    return (
      !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || ['utils', 'helpers', 'common', 'misc', 'lib', 'index'].includes(name)
    );
  });
  expect(misnamed).toEqual([]);
});

test('the unclaimed package names of the SDK are nowhere in package.json', () => {
  const manifest = readFileSync(join(root, '..', 'package.json'), 'utf8');
  expect(manifest).not.toMatch(/@(idngo|cyberity)\/websdk/);
});
