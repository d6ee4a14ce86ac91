import type * as bullmq from 'bullmq';
import type * as ioredis from 'ioredis';
import type { Redis } from 'ioredis';
import { QueueError } from './error.ts';

interface Peers {
  readonly bullmq: typeof bullmq;
  readonly ioredis: typeof ioredis;
}

/** The two packages that only those need who work with a queue. @throws QueueError where they are not installed */
export async function loadPeers(): Promise<Peers> {
  try {
    const [queues, client] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq: queues, ioredis: client };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new QueueError('a queue needs two packages that nines does without otherwise: npm install bullmq ioredis');
  }
}

/** So long is waited for a first answer, milliseconds; a connection that was there once is waited for without end. */
const FIRST_PATIENCE = 10_000;
const MOST_DELAY = 2000;

/**
 * @param url `redis://[[user]:password@]host[:port][/db]`, or `rediss://` for TLS
 * @param onChange told when the connection breaks, and when it is there again
 * @throws QueueError where nobody answers
 */
export async function connect(
  peers: Peers,
  url: string,
  onChange: (isThere: boolean) => void = () => undefined,
): Promise<Redis> {
  checkUrl(url);
  let isThere = false;
  let last = 'it did not answer';
  const redis = new peers.ioredis.default(url, {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    connectTimeout: FIRST_PATIENCE,
    retryStrategy: (times) => (isThere ? Math.min(times * 50, MOST_DELAY) : null),
  });
  redis.on('error', (error) => (last = error.message === '' ? last : error.message));
  try {
    await redis.connect();
    await redis.time();
  } catch (error) {
    redis.disconnect();
    const message = (error as Error).message;
    throw new QueueError(`no Redis at ${shownUrl(url)}: ${/closed/i.test(message) ? last : message}`);
  }
  isThere = true;
  redis.on('close', () => onChange(false));
  redis.on('ready', () => onChange(true));
  return redis;
}

function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !['redis:', 'rediss:'].includes(parsed.protocol) || parsed.hostname === '')
    throw new QueueError(
      "a queue is given by the URL of a Redis, such as redis://host:6379 or rediss://:password@host for TLS, not '" +
        `${shownUrl(url)}'`,
    );
}

/** Without its password. */
function shownUrl(url: string): string {
  if (!URL.canParse(url)) return url.replace(/\/\/.*@/, '//…@');
  const { protocol, host, pathname, password, username } = new URL(url);
  return `${protocol}//${password === '' && username === '' ? '' : '…@'}${host}${pathname === '/' ? '' : pathname}`;
}
