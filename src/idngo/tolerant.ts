import * as v from 'valibot';

/** An optional field that reads as undefined, and is not refused, when it is null or not what the documents describe. */
export function lenient<const TSchema extends v.GenericSchema>(schema: TSchema) {
  const present = v.pipe(
    v.nullish(schema),
    v.transform((value): v.InferOutput<TSchema> | undefined => value ?? undefined),
  );
  return v.optional(v.fallback(present, undefined));
}

/** One of the documented values; anything else reads as undefined, because new values appear without notice. */
export function knownValue<const TValues extends readonly string[]>(values: TValues) {
  return lenient(v.picklist(values));
}
