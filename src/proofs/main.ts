interface Proof {
  /** Prints its figures; true where it held. */
  prove(args: readonly string[]): Promise<boolean>;
}

/** `npm run prove -- NAME …`: what takes longer than a test may. */
const proofs: Record<string, () => Promise<Proof>> = {
  crash: () => import('./crash'),
  'disk-full': () => import('./disk-full'),
  fuzz: () => import('./fuzz'),
  histories: () => import('./histories'),
};

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(proofs, name) ? proofs[name] : undefined;
  if (load) return (await (await load()).prove(args)) ? 0 : 1;
  console.error(`There is no proof '${name}': it is one of ${Object.keys(proofs).join(', ')}`);
  return 2;
}

run(process.argv.slice(2)).then(code => {
  process.exitCode = code;
});
