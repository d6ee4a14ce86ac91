import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { encodeLink } from '../../../web/state/link.ts';

/** The built page as any static host would serve it, under a path of its own; SITE for one built elsewhere. */
const SITE = resolve(import.meta.dirname, process.env.SITE ?? '../../../dist-web');
const SUB_PATH = '/some/where/';
/** What is asked for here waits for ever. */
export const UNANSWERED = 'unanswered';
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.yaml': 'text/yaml' };
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Chromium, or one line that says what to install. */
function browserFile(): string {
  const file = (process.env.CHROMIUM === undefined ? PLACES : [process.env.CHROMIUM]).find((place) => existsSync(place));
  if (file === undefined) throw new Error('The browser tests need Chromium: `apt-get install chromium`, or set CHROMIUM to the path of a Chromium or Chrome.');
  return file;
}

export interface Site {
  readonly url: string;
  readonly browser: Browser;
  /**
   * A fresh profile, which lasts as long as the test that opens it: a page left open goes on simulating. Everything that
   * went wrong in its pages is in `problems`. Without a service worker unless `serviceWorkers` allows one: it would fetch
   * all of the page's files once more.
   */
  open(options?: BrowserContextOptions & { readonly path?: string }): Promise<Visit>;
  /** From now on the files of another folder are served. */
  deploy(folder: string): void;
  /** The server answers nothing any more. */
  goOffline(): Promise<void>;
  close(): Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors in the console, exceptions, requests that left the site. */
  readonly problems: string[];
}

/**
 * @param maxAge seconds for which the browser may keep what it got; left out, the server says nothing about it
 * @param folder what is served, instead of the page
 */
export async function startSite({ maxAge, folder = SITE }: { readonly maxAge?: number; readonly folder?: string } = {}): Promise<Site> {
  const caching: Record<string, string> = maxAge === undefined ? {} : { 'cache-control': `max-age=${maxAge}` };
  if (!existsSync(join(folder, 'index.html'))) throw new Error('The page is not built: `npm run build` first.');
  const executablePath = browserFile();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    if (path === SUB_PATH + UNANSWERED) return;
    const name = path.startsWith(SUB_PATH) ? path.slice(SUB_PATH.length) || 'index.html' : null;
    if (name === null || name.includes('..')) {
      response.writeHead(404).end();
      return;
    }
    readFile(join(folder, name)).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream', ...caching }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const browser = await chromium.launch({ executablePath, args: QUIET });
  return {
    url: origin + SUB_PATH,
    browser,
    async open({ path = '', ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block', ...options });
      context.setDefaultTimeout(60_000);
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) problems.push(`left the machine: ${url}`);
      });
      await page.goto(origin + SUB_PATH + path);
      return { page, context, problems };
    },
    deploy(next) {
      folder = next;
    },
    goOffline: () => stop(server),
    async close() {
      await browser.close();
      await stop(server);
    },
  };
}

/** The path of a page that begins with the web shop, for fewer years than people see: most tests ask for no precision. */
export async function webShop(years = 500): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../../models/web-shop.yaml'), 'utf8');
  const own = 'simulation: { years: 10000,';
  if (!text.includes(own)) throw new Error(`the web shop has no ${own}`);
  return encodeLink({ text: text.replace(own, `simulation: { years: ${years},`), seed: '', years: 0, tab: '' });
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
