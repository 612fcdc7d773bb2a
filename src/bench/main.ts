import { build } from '#dev/build';
import { measureLoad } from './load';
import { measureUploadMemory } from './upload-memory';

const [subject = 'live'] = process.argv.slice(2);
switch (subject) {
  case 'live':
    await import('./live-update');
    break;
  case 'theme':
    await import('./theme-change');
    break;
  case 'studio':
    await import('./studio-opening');
    break;
  case 'uploads':
    build();
    await reportUploadMemory();
    break;
  case 'load': {
    const [deliveries, streams] = process.argv.slice(3).map(Number);
    build();
    await measureLoad(
      { deliveries: deliveries ?? 4_000, streams: streams ?? 10_000, told: Math.min(1_000, streams ?? 1_000) },
      process.env.DATABASE_URL,
    );
    break;
  }
  default:
    console.error(`There is no measurement '${subject}': it is 'live', 'theme', 'studio', 'uploads' or 'load'`);
    process.exitCode = 1;
}

async function reportUploadMemory(): Promise<void> {
  const { uploads, startBytes, peakBytes, endBytes, seconds } = await measureUploadMemory(
    ['dist/sandbox/main.js'],
    200,
  );
  const toMegabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  console.log(
    `\nMemory of the sandbox's process (RSS), ${uploads} uploads of 50 MB in sequence, ${seconds.toFixed(0)} s:`,
  );
  console.log(`  at the start ${toMegabytes(startBytes)}   at most ${toMegabytes(peakBytes)}`);
  console.log(`  at the end   ${toMegabytes(endBytes)}   grown by ${toMegabytes(endBytes - startBytes)}`);
}
