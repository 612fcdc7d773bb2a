import * as v from 'valibot';

/** An optional field that is dropped, not refused, when it holds something the documents do not describe. */
export function lenient<const TSchema extends v.GenericSchema>(schema: TSchema) {
  return v.optional(v.fallback(v.nullish(schema), undefined));
}

/** One of the documented values; anything else reads as undefined, because new values appear without notice. */
export function knownValue<const TValues extends readonly string[]>(values: TValues) {
  return lenient(v.picklist(values));
}
