import type { InitMessage } from '#idngo/web-sdk';

/** What the loader that opened the frame understands, told by its init message alone: the address says less. */
export interface LoaderAbilities {
  /** Which generation of the page the host expects: it decides the names of events. */
  uiVersion: 1 | 2;
  /** Keeps the host's scroll position and gives it back. */
  keepsScroll: boolean;
  /** May be asked to scroll the host's page. */
  scrolls: boolean;
  roundsCorners: boolean;
  /** Expects `applicantId` and `levelName` in every event. */
  readsIdentifiers: boolean;
  adaptsHeight: boolean;
}

/** Before the init message nothing is known, so nothing is expected. */
export const leastAbilities: LoaderAbilities = {
  uiVersion: 1,
  keepsScroll: false,
  scrolls: false,
  roundsCorners: false,
  readsIdentifiers: false,
  adaptsHeight: true,
};

/**
 * Loaders that know of two generations send `version`; those before the second send neither it nor `packageVersion`,
 * those after the first only the latter [P]. Cyberity numbers its loader anew ("1.0.0" is Sumsub's 2.2.1) [C], so a
 * low `packageVersion` proves nothing; then the newer messages stay unsent.
 */
export function readLoaderAbilities({ version, packageVersion, options, uiConf }: InitMessage): LoaderAbilities {
  const scrollsAtAll = options?.enableScrollIntoView !== undefined;
  return {
    uiVersion: (version ?? (packageVersion === undefined ? 1 : 2)) === 2 ? 2 : 1,
    keepsScroll: scrollsAtAll,
    scrolls: scrollsAtAll && options?.enableScrollIntoView !== false && uiConf?.scrollIntoView !== false,
    roundsCorners: isAtLeast(packageVersion, 2, 6),
    readsIdentifiers: isAtLeast(packageVersion, 2, 9),
    adaptsHeight: options?.adaptIframeHeight !== false,
  };
}

function isAtLeast(packageVersion: string | undefined, major: number, minor: number): boolean {
  const [, givenMajor, givenMinor] = /^(\d+)\.(\d+)\./.exec(packageVersion ?? '') ?? [];
  if (givenMajor === undefined || givenMinor === undefined) return false;
  return Number(givenMajor) > major || (Number(givenMajor) === major && Number(givenMinor) >= minor);
}
