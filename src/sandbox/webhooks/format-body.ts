import type { BodyFormat } from '../control/webhook-contract';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function formatBody(payload: JsonObject, format: BodyFormat): string {
  return format === 'pretty' ? prettyPrint(payload) : JSON.stringify(payload);
}

/**
 * JSON as a genuine body was printed [G]: two spaces of indent, spaces around the colon, arrays on one line. A receiver
 * that checks the digest over re-serialised JSON instead of the raw bytes fails here as it would there.
 */
function prettyPrint(value: Json, indent = ''): string {
  if (isList(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map(item => prettyPrint(item, indent)).join(', ')} ]`;
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const deeper = `${indent}  `;
  const fields = Object.entries(value).map(
    ([key, field]) => `${deeper}${JSON.stringify(key)} : ${prettyPrint(field, deeper)}`,
  );
  return fields.length === 0 ? '{ }' : `{\n${fields.join(',\n')}\n${indent}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
