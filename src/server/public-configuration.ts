import type { Configuration } from '#contract/configuration';
import type { Logo } from './brand/read-logo';
import type { Config } from './config';
import type { FrameProbe } from './frame-probe';
import type { LevelRequirements } from './requirements/level-requirements';
import type { PersonSession } from './sessions/sessions';
import type { Look } from './themes/assigned-looks';

/** Minutes that a step of a level takes people; as long as nothing is known of the level, they are told of two. */
const minutesPerStep = 2;

/** What the browser may know of this installation, and of the level of whoever asks. */
export function createPublicConfiguration({
  config,
  logo,
  requirements,
  frameProbe,
}: {
  config: Config;
  logo: Logo | undefined;
  requirements: Pick<LevelRequirements, 'read'>;
  frameProbe: Pick<FrameProbe, 'read'>;
}): { brand: Configuration['brand']; read: (session: PersonSession | undefined, look: Look) => Configuration } {
  const { idngo, publicUrl } = config;
  const fixed = {
    brand: {
      name: config.brand.name,
      logo: logo ? { url: logo.path, width: logo.width, height: logo.height } : null,
    },
    entry: config.signIn.kind === 'open' ? 'open' : 'hand-over',
    maxFileBytes: idngo.maxFileBytes,
    resultBy: config.operations.mailSender ? 'email' : 'page',
  } as const;
  // Nobody who comes has to be the first to ask.
  requirements.read(idngo.levelName);

  return {
    brand: fixed.brand,
    read(session, look) {
      const needs = requirements.read(session?.levelName ?? idngo.levelName, session?.externalUserId);
      const checkMinutes = config.times.checkMinutes ?? minutesPerStep * (needs?.length ?? 2);
      return {
        ...fixed,
        themeUrl: `${publicUrl}${look.framePath}`,
        themeTextsUrl: look.textsPath ?? null,
        provider: { origin: idngo.baseUrl, loaderUrl: idngo.sdkUrl, probeUrl: frameProbe.read() },
        requirements: needs,
        times: { ...config.times, checkMinutes },
        links: { ...config.links, return: session?.returnUrl ?? config.links.return },
      };
    },
  };
}
