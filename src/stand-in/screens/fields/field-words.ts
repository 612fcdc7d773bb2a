import type { FormField, Title } from '../../frame-contract';
import { isTextKey, type Texts } from '../../texts';

/** What a field is called: the host's own text, else the level's, else ours for the names that IDnGO gives. */
export function sayField({ name, title }: FormField, texts: Texts): string {
  return texts.override(`fields.${name}`) ?? (title ? sayTitle(title, texts) : texts.sayNamed('fields', name));
}

export function sayOption({ name, options = [] }: FormField, value: string, texts: Texts): string {
  const key = `fields.${name}.${value}`;
  const own = isTextKey(key) ? texts.say(key) : texts.override(key);
  const title = options.find(option => option.value === value)?.title;
  return texts.override(key) ?? (title && sayTitle(title, texts)) ?? own ?? value;
}

export function sayTitle(title: Title, { language }: Texts): string {
  return title[language] ?? title.en;
}
