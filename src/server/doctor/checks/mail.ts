import { type Check, cannotTell, fail, pass } from '../check';
import { describeFailure } from '../describe-failure';

export const senderIsAuthorised: Check = {
  id: 'mail-spf',
  group: 'going-live',
  title: 'The SPF record of MAIL_SENDER’s domain lets IDnGO send',
  settings: ['MAIL_SENDER'],
  async run({ config, resolveTxt }) {
    const { mailSender } = config.operations;
    if (!mailSender) {
      return cannotTell(
        'MAIL_SENDER is not set',
        'Set it if result e-mails go out under an address of yours (Dashboard, Branding).',
      );
    }
    const domain = mailSender.slice(mailSender.lastIndexOf('@') + 1);
    const instruction = 'as IDnGO’s instruction for your own sender says (Dashboard, Branding)';
    const records = await resolveTxt(domain).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENODATA' || code === 'ENOTFOUND') return [];
      return describeFailure(error);
    });
    if (typeof records === 'string') return cannotTell(`${domain} cannot be looked up: ${records}`);
    const found = records.map(chunks => chunks.join('')).filter(text => /^v=spf1(\s|$)/i.test(text));
    const [record = ''] = found;
    if (found.length === 0)
      return fail(`${domain} has no SPF record`, `Add a TXT record “v=spf1 … -all” to ${domain}, ${instruction}.`);
    if (found.length > 1) {
      return fail(
        `${domain} has ${found.length} SPF records, which counts as none`,
        `Join them into one TXT record of ${domain}.`,
      );
    }
    if (!/\s[-~]all\s*$/i.test(record)) {
      return fail(
        `the SPF record of ${domain} does not end with -all or ~all`,
        'End it with ~all or -all: otherwise it forbids nobody.',
      );
    }
    return /\bidngo\.kz\b/i.test(record)
      ? pass('there is one, and it names idngo.kz')
      : cannotTell(
          'there is one; whether it includes IDnGO’s mail servers cannot be seen',
          `Compare it, ${instruction}.`,
        );
  },
};
