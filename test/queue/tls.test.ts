import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../built.ts';
import { SHOP } from '../models.ts';
import { freePort, type RedisServer, startRedis, startWorker, type WorkerProcess } from './cluster.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-tls-'));
const at = (file: string) => join(folder, file);
writeFileSync(at('shop.yaml'), SHOP);
const STUDY = ['run', 'shop.yaml', '--years', '50', '--format', 'json'];
const TRUSTED = { NODE_EXTRA_CA_CERTS: at('ca.pem') };

let cli: string;
let redis: RedisServer;
let worker: WorkerProcess;
/** Of the port with TLS, and of the other one. */
let hosts: readonly [tls: string, plain: string];
beforeAll(async () => {
  cli = join(await built(), 'cli.js');
  certify();
  const port = await freePort();
  const files = ['--tls-cert-file', at('server.pem'), '--tls-key-file', at('server.key'), '--tls-ca-cert-file', at('ca.pem')];
  redis = await startRedis(false, ['--tls-port', String(port), ...files, '--tls-auth-clients', 'no', '--requirepass', 'geheim']);
  hosts = [`127.0.0.1:${port}`, new URL(redis.url).host];
  worker = await startWorker(`rediss://:geheim@${hosts[0]}`, 1, [], TRUSTED);
});
afterAll(async () => {
  await worker.end();
  await redis.close();
  rmSync(folder, { recursive: true });
});

/** An authority of our own, and a certificate of it for this machine. */
function certify(): void {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...key, '-days', '2', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=ours');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=queue');
  writeFileSync(at('names'), 'subjectAltName=IP:127.0.0.1');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', 'server.pem');
}

function nines(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', timeout: 60_000, env: { ...process.env, ...env } });
}

function figures(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === 'seconds' || key === 'workers' ? 0 : value));
}

describe('a Redis with TLS and a password', () => {
  it('has studies simulated as any other, where its authority is trusted', () => {
    const { stdout, stderr } = nines([...STUDY, '--on', `rediss://:geheim@${hosts[0]}`], TRUSTED);
    expect(stderr).toBe('');
    expect(figures(stdout)).toBe(figures(nines(STUDY).stdout));
  });

  it.each<[string, (tls: string, plain: string) => [url: string, message: string], NodeJS.ProcessEnv?]>([
    ['its certificate is not trusted', (tls) => [`rediss://:geheim@${tls}`, `nines: no Redis at rediss://…@${tls}: self-signed certificate in certificate chain; if it is yours, name its authority's certificate in NODE_EXTRA_CA_CERTS=ca.pem\n`], {}],
    ['its certificate is for another name', (tls) => [`rediss://:geheim@${tls.replace('127.0.0.1', 'localhost')}`, `nines: no Redis at rediss://…@${tls.replace('127.0.0.1', 'localhost')}: Hostname/IP does not match certificate's altnames: Host: localhost. is not cert's CN: queue; a URL with the name in its certificate would do\n`]],
    ['the password is wrong', (tls) => [`rediss://:falsch@${tls}`, `nines: no Redis at rediss://…@${tls}: WRONGPASS invalid username-password pair or user is disabled; it takes another user or password\n`]],
    ['there is no password', (_, plain) => [`redis://${plain}`, `nines: no Redis at redis://${plain}: NOAUTH HELLO must be called with the client already authenticated; it wants a password, as in redis://:password@host\n`]],
  ])('is refused in one line, with the way out, where %s', (_, asked, env = TRUSTED) => {
    const [url, message] = asked(...hosts);
    expect(nines(['attach', '0'.repeat(32), '--on', url], env)).toMatchObject({ status: 64, stdout: '', stderr: message });
  });

  it('is refused in one line where the URL says no TLS', () => {
    const { status, stderr } = nines(['attach', '0'.repeat(32), '--on', `redis://:geheim@${hosts[0]}`]);
    expect(status).toBe(64);
    expect(stderr).toMatch(/^nines: no Redis at redis:\/\/…@[\d.:]+: (read|write) ECONNRESET; perhaps it wants TLS, as in rediss:\/\/host\n$/);
  });
});
