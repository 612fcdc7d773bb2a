export function FindingsTab() {
  return null;
}
