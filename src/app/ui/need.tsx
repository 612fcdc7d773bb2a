import type { ReactNode } from 'react';

/** One thing to have at hand before the check begins. */
export function Need({ icon, name, children }: { icon: ReactNode; name: ReactNode; children: ReactNode }) {
  return (
    <li className="need">
      {icon}
      <div>
        <strong>{name}</strong>
        <p>{children}</p>
      </div>
    </li>
  );
}
