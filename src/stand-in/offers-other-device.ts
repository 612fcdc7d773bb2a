import type { FrameApplicant } from './frame-contract';

type Device = Pick<Window, 'matchMedia'> & { readonly screen: Pick<Window['screen'], 'width' | 'height'> };

const widestPhone = 600;

/** Going on by phone helps nobody who is on one, and a level can leave it out. */
export function offersOtherDevice(
  { navConf }: Pick<FrameApplicant, 'navConf'>,
  { matchMedia, screen }: Device,
): boolean {
  if (navConf.disableContinuingOnMobile) return false;
  const isSmall = Math.min(screen.width, screen.height) <= widestPhone;
  return !(isSmall && matchMedia('(pointer: coarse)').matches);
}
