import { createSecurityHeaders } from '../../http/security-headers';
import { type Check, fail, pass, type Result } from '../check';

const headerRemedies = {
  'content-security-policy': 'it pins the only frame and the only scripts',
  'permissions-policy': 'without it the frame gets no camera, and others might',
  'strict-transport-security': 'it keeps browsers from ever asking over http',
} as const;

export const headersArrive: readonly Check[] = (Object.keys(headerRemedies) as (keyof typeof headerRemedies)[]).map(
  name => ({
    id: `header-${name}`,
    group: 'site',
    title: `Browsers receive the ${name} that the app sends`,
    needs: ['site'],
    settings: ['PUBLIC_URL', 'IDNGO_BASE_URL'],
    async run({ site, config }) {
      const { public: outside, direct } = await site();
      const expected = direct.frameOrigin ? direct.page?.all(name) : toList(createSecurityHeaders(config)[name]);
      return compareHeader(name, expected ?? [], outside.page?.all(name) ?? []);
    },
  }),
);

function compareHeader(
  name: keyof typeof headerRemedies,
  sent: readonly string[],
  received: readonly string[],
): Result {
  if (sent.join('\n') === received.join('\n'))
    return pass(sent.length === 0 ? 'none is sent, none is needed' : 'as sent');
  const why = headerRemedies[name];
  if (received.length === 0) {
    return fail('the proxy takes it away', `Let the proxy pass ${name} on (no proxy_hide_header for it): ${why}.`);
  }
  if (received.length > sent.length) {
    return fail(
      `it arrives ${received.length} times: the proxy adds its own`,
      `Remove the proxy’s own ${name} (add_header in nginx): browsers apply all of them together, and ${why}.`,
    );
  }
  return fail(
    `the proxy changes it to: ${received.join(' | ').slice(0, 200)}`,
    `Let the proxy pass ${name} on unchanged: ${why}.`,
  );
}

function toList(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
