/** Something that a drawing needs did not come: its code, or a preview. */
export class PictureError extends Error {
  override name = 'PictureError';
}
