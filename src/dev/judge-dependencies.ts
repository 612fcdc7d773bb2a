import * as v from 'valibot';

/** The part of `npm audit --json` that is read, in its second version: https://docs.npmjs.com/cli/v11/commands/npm-audit */
const reportSchema = v.object({
  vulnerabilities: v.record(
    v.string(),
    v.object({
      severity: v.string(),
      range: v.string(),
      via: v.array(v.union([v.string(), v.object({ title: v.string(), url: v.string() })])),
      fixAvailable: v.union([v.boolean(), v.object({ name: v.string(), version: v.string() })]),
    }),
  ),
});

const failureSchema = v.object({ message: v.string() });

export type AuditJudgement =
  | { kind: 'cannot-tell'; why: string }
  | { kind: 'told'; holes: readonly string[]; notes: readonly string[] };

/** Known holes from moderate on fail; low ones are told. Only a report counts as an answer: a registry without the service says nothing good. */
export function judgeAudit(output: string): AuditJudgement {
  const json = parseJson(output);
  const report = v.safeParse(reportSchema, json);
  if (!report.success) {
    const failure = v.safeParse(failureSchema, json);
    return { kind: 'cannot-tell', why: failure.success ? failure.output.message : 'npm audit gave no report' };
  }
  const holes: string[] = [];
  const notes: string[] = [];
  for (const [name, { severity, range, via, fixAvailable }] of Object.entries(report.output.vulnerabilities)) {
    const causes = via.map(cause => (typeof cause === 'string' ? `through ${cause}` : `${cause.title} (${cause.url})`));
    const fix =
      typeof fixAvailable === 'object'
        ? `mended by ${fixAvailable.name} ${fixAvailable.version}`
        : fixAvailable
          ? 'mended by npm update'
          : 'not mended yet';
    const line = `${name} ${range}: ${severity}, ${causes.join('; ')}; ${fix}`;
    (['info', 'low'].includes(severity) ? notes : holes).push(line);
  }
  return { kind: 'told', holes, notes };
}

const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      resolved: v.optional(v.string()),
      integrity: v.optional(v.string()),
      link: v.optional(v.boolean()),
      hasInstallScript: v.optional(v.boolean()),
    }),
  ),
});
const versionsSchema = v.optional(v.record(v.string(), v.string()), {});
const manifestSchema = v.object({
  dependencies: versionsSchema,
  devDependencies: versionsSchema,
  allowScripts: v.optional(v.record(v.string(), v.boolean()), {}),
});

/**
 * What can be told without asking anybody: every package has a hash that npm checks on installing, comes from the registry (an
 * absent address means just that), runs a script only if package.json allows it, and is asked for in one exact version.
 */
export function judgeLock(lockText: string, manifestText: string): string[] {
  const { packages } = v.parse(lockSchema, parseJson(lockText));
  const manifest = v.parse(manifestSchema, parseJson(manifestText));
  const installed = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      ...entry,
    }));
  const scripted = new Set(installed.filter(entry => entry.hasInstallScript).map(entry => entry.name));
  const allowed = Object.keys(manifest.allowScripts).filter(name => manifest.allowScripts[name]);
  const faults = installed.flatMap(({ name, version = '', resolved, integrity, link }) => {
    if (link) return [`${name} is a link to a folder: depend on a published version`];
    const isForeign = resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/');
    return [
      ...(/^sha512-/.test(integrity ?? '') ? [] : [`${name} ${version} has no SHA-512 hash in package-lock.json`]),
      ...(isForeign ? [`${name} ${version} does not come from the registry`] : []),
    ];
  });
  const unpinned = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !/^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
    .map(([name]) => `${name} is not asked for in one exact version`);
  return [
    ...faults,
    ...unpinned,
    ...[...scripted]
      .filter(name => !allowed.includes(name))
      .map(name => `${name} runs a script when it is installed, which allowScripts in package.json does not allow`),
    ...allowed
      .filter(name => !scripted.has(name))
      .map(name => `${name} is in allowScripts of package.json and runs no script: take it out`),
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
