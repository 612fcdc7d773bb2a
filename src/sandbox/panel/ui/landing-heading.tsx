import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';

/** Whether the page has been opened for some time: what appears from then on was asked for here. */
export const OpenedContext = createContext<RefObject<boolean>>({ current: false });

interface LandingHeadingProps {
  as?: 'h2' | 'h3';
  id?: string;
  children: ReactNode;
}

/** The heading of what somebody has just gone to: the focus lands on it, so that reading goes on from there. */
export function LandingHeading({ as: Heading = 'h2', id, children }: LandingHeadingProps) {
  const opened = useContext(OpenedContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened.current) heading.current?.focus();
  }, [opened]);
  return (
    <Heading id={id} tabIndex={-1} ref={heading}>
      {children}
    </Heading>
  );
}
