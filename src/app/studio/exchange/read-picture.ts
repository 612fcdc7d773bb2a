export const emptyPicture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/**
 * The data of a picture that a preview shows, for a drawing of it: those that a page made are drawn anew, since the
 * studio's policy lets nothing fetch them; those of other sites are left out. False: it may be fetched.
 */
export async function readPicture(url: string): Promise<string | false> {
  const { protocol, origin } = new URL(url, window.location.href);
  if (protocol === 'data:') return url;
  if (protocol !== 'blob:') return origin === window.location.origin ? false : emptyPicture;
  const picture = new Image();
  picture.src = url;
  try {
    await picture.decode();
  } catch {
    return emptyPicture;
  }
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth || 1;
  canvas.height = picture.naturalHeight || 1;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas.toDataURL();
}
