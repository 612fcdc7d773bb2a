export function SeedsTab() {
  return null;
}
