export function PublishButton() {
  return null;
}
