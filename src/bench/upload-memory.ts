import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request as sendRequest } from 'node:http';
import { maxFileBytes } from '#idngo/file-rules';
import { sandboxCredentials } from '#sandbox/credentials';
import { type BigFile, makeBigFiles } from '#sandbox/files/big-files';
import { startSandboxProcess } from './sandbox-process';

export interface UploadMemory {
  uploads: number;
  /** Resident memory before any upload. */
  idleBytes: number;
  /** After the first few, whose buffers and compiled code stay. */
  startBytes: number;
  peakBytes: number;
  endBytes: number;
  seconds: number;
}

type Post = (path: string, body: Buffer[], contentType: string) => Promise<string>;

const warmUps = 5;

/**
 * Uploads files of 50 MB to a sandbox one after the other, over a socket, each signed and for a person of its own, who
 * is deleted afterwards. `entry` is what Node is to run as the sandbox.
 */
export async function measureUploadMemory(entry: readonly string[], uploads: number): Promise<UploadMemory> {
  const sandbox = await startSandboxProcess(entry);
  const agent = new Agent({ keepAlive: true });
  const files = makeBigFiles(maxFileBytes);
  const post: Post = (path, body, contentType) => postSigned(`${sandbox.url}${path}`, body, contentType, agent);
  const upload = async (times: number) => {
    for (let number = 0; number < times; number += 1) {
      const file = files[number % files.length];
      if (file) await uploadForNewPerson(post, file);
    }
  };
  try {
    const { rss: idleBytes } = await sandbox.readUsage();
    await upload(warmUps);
    const { rss: startBytes } = await sandbox.readUsage();
    const startedAt = performance.now();
    await upload(uploads);
    const seconds = (performance.now() - startedAt) / 1000;
    const { rss: endBytes, peakRss: peakBytes } = await sandbox.readUsage();
    return { uploads, idleBytes, startBytes, peakBytes, endBytes, seconds };
  } finally {
    agent.destroy();
    await sandbox.close();
  }
}

async function uploadForNewPerson(post: Post, { mediaType, content }: BigFile): Promise<void> {
  const person = Buffer.from(JSON.stringify({ externalUserId: randomUUID() }));
  const created = await post('/resources/applicants?levelName=basic-kyc-level', [person], 'application/json');
  const { id } = JSON.parse(created) as { id: string };
  const boundary = `----${randomUUID()}`;
  const head = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="metadata"',
    '',
    JSON.stringify({ idDocType: 'PASSPORT', country: 'KAZ' }),
    `--${boundary}`,
    'Content-Disposition: form-data; name="content"; filename="document"',
    `Content-Type: ${mediaType}`,
    '',
    '',
  ];
  const body = [Buffer.from(head.join('\r\n')), content, Buffer.from(`\r\n--${boundary}--\r\n`)];
  await post(`/resources/applicants/${id}/info/idDoc`, body, `multipart/form-data; boundary=${boundary}`);
  await post(`/panel/api/applicants/${id}/delete`, [Buffer.from('{}')], 'application/json');
}

function postSigned(address: string, body: Buffer[], contentType: string, agent: Agent): Promise<string> {
  const { pathname, search } = new URL(address);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac('sha256', sandboxCredentials.secretKey).update(`${timestamp}POST${pathname}${search}`);
  for (const piece of body) hmac.update(piece);
  return new Promise((resolve, reject) => {
    const request = sendRequest(address, {
      method: 'POST',
      agent,
      headers: {
        'Content-Type': contentType,
        'Content-Length': String(body.reduce((sum, piece) => sum + piece.length, 0)),
        'X-App-Token': sandboxCredentials.appToken,
        'X-App-Access-Ts': timestamp,
        'X-App-Access-Sig': hmac.digest('hex'),
      },
    });
    request.on('error', reject);
    request.on('response', async response => {
      const text = (await response.setEncoding('utf8').toArray()).join('');
      if (response.statusCode === 200 || response.statusCode === 201) resolve(text);
      else reject(new Error(`POST ${pathname} was answered ${response.statusCode}: ${text}`));
    });
    for (const piece of body) request.write(piece);
    request.end();
  });
}
