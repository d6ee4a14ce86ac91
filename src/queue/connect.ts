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

/** A connection, and the copies of it that a worker waits on. */
export interface Link {
  isThere: boolean;
  /** Where it is lost, it is not come back to any more: what waits for it fails. */
  isOver: boolean;
}

/** So long is waited for a first answer, milliseconds; a connection that was there once is waited for without end. */
const FIRST_PATIENCE = 10_000;
const MOST_DELAY = 2000;
/** So long a connection that is ended may take for it, even one that never was, milliseconds. */
const FAREWELL = 100;

/**
 * @param url `redis://[[user]:password@]host[:port][/db]`, or `rediss://` for TLS (`NODE_EXTRA_CA_CERTS` says whom to
 *   trust)
 * @param link kept up to date
 * @param onChange told when the connection breaks, and when it is there again
 * @throws QueueError where nobody answers
 */
export async function connect(
  peers: Peers,
  url: string,
  link: Link,
  onChange: () => void = () => undefined,
): Promise<Redis> {
  checkUrl(url);
  let isKnown = false;
  let last = 'it did not answer';
  const redis = new peers.ioredis.default(url, {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    connectTimeout: FIRST_PATIENCE,
    disconnectTimeout: FAREWELL,
    retryStrategy: (times) => (isKnown && !link.isOver ? Math.min(times * 50, MOST_DELAY) : null),
  });
  redis.on('error', (error) => (last = error.message === '' ? last : error.message));
  try {
    await redis.connect();
    await redis.time();
  } catch (error) {
    redis.disconnect();
    const message = (error as Error).message;
    throw new QueueError(refusalOf(url, /closed/i.test(message) ? last : message));
  }
  isKnown = true;
  link.isThere = true;
  const change = (isThere: boolean) => {
    if (link.isThere === isThere) return;
    link.isThere = isThere;
    onChange();
  };
  redis.on('close', () => change(false));
  redis.on('ready', () => change(true));
  return redis;
}

/** What to do about what a Redis, or the way to it, says: in whose words, over which kind of URL, and the way out. */
const WAYS_OUT: readonly (readonly [words: RegExp, protocol: RegExp, wayOut: string])[] = [
  [/WRONGPASS/, /./, 'it takes another user or password'],
  [/NOAUTH/, /./, 'it wants a password, as in redis://:password@host'],
  [/altnames/, /./, 'a URL with the name in its certificate would do'],
  [/certificate/i, /./, "if it is yours, name its authority's certificate in NODE_EXTRA_CA_CERTS=ca.pem"],
  [/ECONNRESET|ETIMEDOUT/, /^redis:/, 'perhaps it wants TLS, as in rediss://host'],
  [/ECONNRESET|ETIMEDOUT|wrong version/i, /^rediss:/, 'perhaps it has no TLS, as in redis://host'],
];

function refusalOf(url: string, message: string): string {
  const [, , wayOut] = WAYS_OUT.find(([words, protocol]) => words.test(message) && protocol.test(url)) ?? [];
  const [said] = message.split(/[,\n]|\.$/);
  return `no Redis at ${shownUrl(url)}: ${said}${wayOut === undefined ? '' : `; ${wayOut}`}`;
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
