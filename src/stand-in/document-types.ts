import type { DocumentStep, DocumentType } from './frame-contract';

/** What the host says of documents by issuing country and type [P]; what it does not name is as the level says. */
export type DocumentsByCountries = Readonly<
  Record<string, Readonly<Record<string, { supported?: boolean | undefined; doubleSided?: boolean | undefined }>>>
>;

/** The documents of a country that a step takes, with their sides. */
export function documentTypesOf(
  { documentTypes }: Pick<DocumentStep, 'documentTypes'>,
  country: string,
  documentsByCountries: DocumentsByCountries = {},
): DocumentType[] {
  const rules = documentsByCountries[country] ?? {};
  return documentTypes.flatMap(type => {
    const { supported, doubleSided } = rules[type.idDocType] ?? {};
    if (supported === false) return [];
    return doubleSided === undefined ? type : { ...type, sides: doubleSided ? ['FRONT_SIDE', 'BACK_SIDE'] : [null] };
  });
}

/** The countries that the step takes any document of. */
export function countriesOf(
  step: Pick<DocumentStep, 'documentTypes'>,
  countries: readonly string[],
  documentsByCountries: DocumentsByCountries | undefined,
): string[] {
  return countries.filter(country => documentTypesOf(step, country, documentsByCountries).length > 0);
}

/** The sides asked for, where they are not those of the level; else undefined. */
export function unusualSides(
  { documentTypes }: Pick<DocumentStep, 'documentTypes'>,
  { idDocType, sides }: { idDocType: string; sides: readonly DocumentType['sides'][number][] },
): DocumentType['sides'] | undefined {
  const usual = documentTypes.find(type => type.idDocType === idDocType)?.sides ?? [];
  return usual.join() === sides.join() ? undefined : [...sides];
}
