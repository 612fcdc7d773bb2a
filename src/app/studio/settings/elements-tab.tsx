export function ElementsTab() {
  return null;
}
