import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../use-address';
import { LandingHeading } from './landing-heading';

interface ViewProps {
  title: string;
  /** What it is for, in a sentence or two. */
  lead: ReactNode;
  children: ReactNode;
}

/** A page in the middle of the panel other than a person's. */
export function View({ title, lead, children }: ViewProps) {
  const { applicantId, toHref } = useAddress();
  useTitle(title);
  return (
    <>
      <Link className="back" href={toHref({ place: { name: 'person' } })}>
        {applicantId === null ? 'All people' : 'Back to the person'}
      </Link>
      <header className="view-head">
        <LandingHeading>{title}</LandingHeading>
        <p className="hint">{lead}</p>
      </header>
      {children}
    </>
  );
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Sandbox`;
    return () => {
      document.title = 'Sandbox';
    };
  }, [title]);
}
