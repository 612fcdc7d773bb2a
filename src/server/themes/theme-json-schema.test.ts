import { expect, test } from 'vitest';
import { shadeNames } from '#contract/theme';
import { themeJsonSchema } from './theme-json-schema';

test('says every setting, which of them a file needs, and that there are no others', () => {
  const schema = themeJsonSchema();
  expect(schema.required).toEqual(['version', 'name']);
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(['light', 'dark', 'elements', 'rules']));
  expect(Object.keys(Object(schema.properties?.light).properties)).toEqual(expect.arrayContaining([...shadeNames]));
});
