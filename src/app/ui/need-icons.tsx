import type { ReactNode } from 'react';

export function NeedIcon({ children }: { children: ReactNode }) {
  return (
    <svg className="need-icon" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

export function DocumentIcon() {
  return (
    <NeedIcon>
      <rect x="2.5" y="4.5" width="19" height="15" rx="2.5" />
      <circle cx="8.2" cy="10.2" r="1.9" />
      <path d="M5.2 15.8a3.1 3.1 0 0 1 6 0M14.5 9.5h4M14.5 13.5h4" />
    </NeedIcon>
  );
}

export function CameraIcon() {
  return (
    <NeedIcon>
      <path d="M4.5 7.5h3l1.8-2.8h5.4l1.8 2.8h3a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2Z" />
      <circle cx="12" cy="13" r="3.4" />
    </NeedIcon>
  );
}

export function ClockIcon() {
  return (
    <NeedIcon>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3 2.2" />
    </NeedIcon>
  );
}
