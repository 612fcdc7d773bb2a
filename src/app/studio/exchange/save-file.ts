/** Has the browser save a file as if it had been downloaded. */
export function saveFile(content: Blob, fileName: string, document: Document): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Not before the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
