/** In the place of the provider's logo, which is not ours to draw. */
export function SandboxMark() {
  return (
    <div className="sumsub-logo" dir="ltr">
      <svg viewBox="0 0 112 24" width="112" height="24" role="img" aria-label="sandbox">
        <path d="M5 20v-9a6 6 0 0 1 12 0v9zM2 20h18" fill="none" stroke="currentColor" strokeWidth="2" />
        <text x="30" y="17" fill="currentColor" fontSize="15">
          sandbox
        </text>
      </svg>
    </div>
  );
}
