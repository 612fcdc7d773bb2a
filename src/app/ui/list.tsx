import type { ReactNode } from 'react';

/** A list without marks of its own. Safari takes one for none unless its role is spelled out. */
export function List({
  as: Tag = 'ul',
  ...rest
}: {
  as?: 'ul' | 'ol';
  className: string;
  'aria-label'?: string;
  children: ReactNode;
}) {
  return <Tag role="list" {...rest} />;
}
