/** `npm run prove -- NAME …`: proofs that take longer than a test may. Each prints its figures and sets the exit code. */
const proofs: Record<string, () => Promise<{ prove(args: readonly string[]): Promise<boolean> }>> = {
  crash: () => import('./crash'),
  histories: () => import('./histories'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(proofs, name) ? proofs[name] : undefined;
if (!load) {
  console.error(`There is no proof '${name}': it is one of ${Object.keys(proofs).join(', ')}`);
  process.exitCode = 2;
} else {
  const { prove } = await load();
  process.exitCode = (await prove(args)) ? 0 : 1;
}
