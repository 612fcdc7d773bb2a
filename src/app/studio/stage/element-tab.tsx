export function ElementTab() {
  return null;
}
