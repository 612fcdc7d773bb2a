import type { Theme } from '#contract/theme';
import type { Fix } from './finding';

/** The theme with a fix; the theme itself where what the fix was made for is gone. */
export function applyFix(theme: Theme, fix: Fix): Theme {
  switch (fix.kind) {
    case 'colour':
      return { ...theme, [fix.scheme]: { ...theme[fix.scheme], [fix.name]: fix.value } };
    case 'variable': {
      const variables = { ...theme.variables[fix.scheme], [fix.name]: fix.value };
      return { ...theme, variables: { ...theme.variables, [fix.scheme]: variables } };
    }
    case 'element': {
      const declarations = { ...theme.elements[fix.element], [fix.property]: fix.value };
      return { ...theme, elements: { ...theme.elements, [fix.element]: declarations } };
    }
    case 'rules': {
      const { start, was, value } = fix;
      const end = start + was.length;
      if (theme.rules.slice(start, end) !== was) return theme;
      return { ...theme, rules: theme.rules.slice(0, start) + value + theme.rules.slice(end) };
    }
    case 'addRule': {
      const separator = theme.rules === '' ? '' : theme.rules.endsWith('\n') ? '\n' : '\n\n';
      return { ...theme, rules: `${theme.rules}${separator}${fix.css}\n` };
    }
  }
}
