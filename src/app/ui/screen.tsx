import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { useIsBehind } from '../api/live-verification';
import { Door, type DoorSign } from './door';
import { useBrand } from './use-brand';

/** Name of the screen shown last; undefined before the first one. */
export const LastScreenContext = createContext<RefObject<string | undefined>>({ current: undefined });

interface ScreenProps {
  /** Tells one screen from another: the focus moves to the heading when it changes. */
  name: string;
  /** The state in a word or two, for the title of the window. */
  title: string;
  heading: string;
  headingHidden?: boolean;
  door?: DoorSign;
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

export function Screen({ name, title, heading, headingHidden, door, lead, actions, children }: ScreenProps) {
  const headingElement = useRef<HTMLHeadingElement>(null);
  const lastScreen = useContext(LastScreenContext);
  const { name: product } = useBrand();

  const mark = useIsBehind() ? '● ' : '';
  // The first screen is there with the page; what takes another's place arrives.
  const [arrives] = useState(() => lastScreen.current !== undefined && lastScreen.current !== name);

  useEffect(() => {
    document.title = mark + (product ? `${title} – ${product}` : title);
  }, [mark, title, product]);

  useEffect(() => {
    const isChange = lastScreen.current !== undefined && lastScreen.current !== name;
    lastScreen.current = name;
    if (isChange && !(document.activeElement instanceof HTMLIFrameElement)) headingElement.current?.focus();
  }, [name, lastScreen]);

  return (
    <div className={arrives ? 'screen screen-arriving' : 'screen'}>
      {door && <Door sign={door} />}
      <h1 ref={headingElement} tabIndex={-1} className={headingHidden ? 'visually-hidden' : undefined}>
        {heading}
      </h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
      {actions && <div className="screen-actions">{actions}</div>}
    </div>
  );
}
