import { splitAtCommas } from './checks/split-at-commas';
import { isColour } from './contrast';
import { isDeclarationValue } from './declaration-value';

const systemColours = new Set(
  `currentcolor accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext field fieldtext
  graytext highlight highlighttext linktext mark marktext selecteditem selecteditemtext visitedtext`.split(/\s+/),
);
const spaces =
  /^in (srgb(-linear)?|display-p3|a98-rgb|prophoto-rgb|rec2020|(ok)?lab|xyz(-d50|-d65)?|hsl|hwb|(ok)?lch)( (shorter|longer|increasing|decreasing) hue)?$/i;
const models = /^(rgba?|hsla?|hwb|(ok)?lab|(ok)?lch|color)$/i;
const share = '\\d+(?:\\.\\d+)?%';

/** Whether CSS takes it for a colour wherever its parts are known: `isColour`, and what depends on others, as `var(--x)`. */
export function isCssColour(text: string): boolean {
  return isColour(text) || systemColours.has(text.toLowerCase()) || isCall(text);
}

function isCall(text: string): boolean {
  const [, name = '', inside = ''] = /^([a-z-]+)\((.*)\)$/i.exec(text) ?? [];
  const inner = inside.trim();
  if (name === '' || !isDeclarationValue(inner)) return false;
  const [first = '', ...rest] = splitAtCommas(inner).map(piece => piece.text);
  switch (name.toLowerCase()) {
    case 'var': {
      const fallback = inner.slice(inner.indexOf(',') + 1).trim();
      return /^--[\w-]+$/.test(first) && (rest.length === 0 || isCssColour(fallback));
    }
    case 'color-mix':
      return spaces.test(first) && rest.length === 2 && rest.every(isShared);
    case 'light-dark':
      return rest.length === 1 && [first, ...rest].every(isCssColour);
    default:
      return models.test(name) && (isRelative(inner) || /\b(var|calc)\(/i.test(inner));
  }
}

function isShared(text: string): boolean {
  return isCssColour(text.replace(new RegExp(`^${share}\\s+|\\s+${share}$`), ''));
}

/** `from red l c h`. */
function isRelative(inner: string): boolean {
  const [, after = ''] = /^from\s+(.+)$/i.exec(inner) ?? [];
  return [...after.matchAll(/\s+/g)].some(({ index }) => isCssColour(after.slice(0, index)));
}
