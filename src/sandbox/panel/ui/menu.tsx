import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'wouter';

interface MenuProps {
  label: ReactNode;
  tone?: 'warn' | undefined;
  children: ReactNode;
}

/** A button with a menu below it: arrows, Home, End and first letters move in it, Escape returns to the button. */
export function Menu({ label, tone, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const menuId = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** Which item is first to have the focus once the menu is there. */
  const entry = useRef<'first' | 'last'>('first');

  useEffect(() => {
    if (!isOpen) return;
    const items = listItems(root.current);
    const current = items.find(item => item.getAttribute('aria-current') !== null);
    (entry.current === 'last' ? items.at(-1) : (current ?? items[0]))?.focus();
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  function open(first: 'first' | 'last'): void {
    entry.current = first;
    setOpen(true);
  }

  function closeToButton(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 'first' : 'last');
  }

  function onMenuKey(event: KeyboardEvent): void {
    const items = listItems(root.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const target = chooseTarget(event.key, items, at);
    if (target) {
      event.preventDefault();
      target.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      closeToButton();
    } else if (event.key === 'Tab') setOpen(false);
    else if (event.key === ' ') {
      event.preventDefault();
      items[at]?.click();
    }
  }

  return (
    <div className="menu" ref={root}>
      <button
        type="button"
        ref={button}
        className={tone}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => (isOpen ? setOpen(false) : open('first'))}
        onKeyDown={onButtonKey}
      >
        <span>{label}</span>
      </button>
      {isOpen && (
        <div
          role="menu"
          id={menuId}
          aria-label={button.current?.textContent ?? undefined}
          className="menu-list"
          onKeyDown={onMenuKey}
          onClick={closeToButton}
        >
          {children}
        </div>
      )}
    </div>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const labelId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not be a child of a menu
    <div role="group" aria-labelledby={labelId}>
      <div id={labelId} className="label" role="presentation">
        {label}
      </div>
      {children}
    </div>
  );
}

export function MenuLink({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: ReactNode }) {
  return (
    <Link href={href} role="menuitem" aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </Link>
  );
}

export function MenuAction({ onChoose, children }: { onChoose: () => void; children: ReactNode }) {
  return (
    <button type="button" role="menuitem" onClick={onChoose}>
      {children}
    </button>
  );
}

function listItems(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

function chooseTarget(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const following = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      return following.find(item => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
    }
  }
}
