import transliterate from '@sindresorhus/transliterate';

const longest = 40;
/** Addresses under /themes that are something else. */
const taken = ['fonts'];

/** The theme's name as a part of an address: small Latin letters, digits and hyphens. */
export function toSlug(name: string): string {
  const slug = transliterate(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  if (slug === '') return 'theme';
  return taken.includes(slug) ? `theme-${slug}` : slug;
}
