export function LibraryMenu() {
  return null;
}
