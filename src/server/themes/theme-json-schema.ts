import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { themeSchema, themeVersion } from '#contract/theme';

/** The theme document as JSON Schema (draft 2020-12), for editors and other tools: what a file may hold before it is read. */
export function themeJsonSchema(): JsonSchema {
  return {
    ...toJsonSchema(themeSchema, { target: 'draft-2020-12', typeMode: 'input', ignoreActions: ['trim'] }),
    title: 'Theme',
    description: `How the pages of a verification look, version ${themeVersion}. What is left out looks as the provider drew it.`,
  };
}
