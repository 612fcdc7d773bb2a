import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { judgeAudit, judgeLock } from './judge-dependencies';

/** `npm run audit`: exit code 1 on a known hole in what runs in production, or a lock file that does not pin everything. */
function run(): number {
  const faults = judgeLock(readFileSync('package-lock.json', 'utf8'), readFileSync('package.json', 'utf8'));
  console.log(
    faults.length === 0
      ? 'good         every package is pinned, hashed, from the registry'
      : 'bad          package-lock.json',
  );
  for (const fault of faults) console.log(`  ${fault}`);

  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
  const judgement = judgeAudit(stdout);
  if (judgement.kind === 'cannot-tell') {
    console.log('cannot tell  whether holes are known: the registry has no audit endpoint, or it cannot be reached');
    console.log(`  ${judgement.why}`);
    return faults.length === 0 ? 0 : 1;
  }
  const { holes, notes } = judgement;
  console.log(holes.length === 0 ? 'good         no known holes' : 'bad          known holes');
  for (const line of [...holes, ...notes]) console.log(`  ${line}`);
  return faults.length + holes.length === 0 ? 0 : 1;
}

process.exitCode = run();
