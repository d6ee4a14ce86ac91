/*
 * The build puts before this text: VERSION (of all files together) and FILES ([path, integrity] of each).
 *
 * Every version has a cache of its own, named after where this page lives: others on the same origin, another nines
 * among them, are left alone. A version is kept as long as a tab is open that runs it, so that such a tab can still
 * load what it has not shown yet.
 */
const PREFIX = `nines ${self.registration.scope} `;
const CURRENT = PREFIX + VERSION;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  if (request.mode === 'navigate') event.waitUntil(tidy());
  event.respondWith(answer(request));
});

async function keepAll() {
  const cache = await caches.open(CURRENT);
  try {
    await Promise.all(FILES.map(([path, integrity]) => keep(cache, path, integrity)));
  } catch (problem) {
    await caches.delete(CURRENT);
    throw problem;
  }
}

/** Around the browser's own cache, which may hold the version before; the integrity says that it is not. */
async function keep(cache, path, integrity) {
  const response = await fetch(new Request(path, { cache: 'reload', integrity }));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // A page may not be answered with a response that was redirected.
  await cache.put(path, response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response);
}

/** From this version, or else from the one that the asking tab still runs: names hold a hash of their contents. */
async function answer(request) {
  const page = request.mode === 'navigate' ? request.url.replace(/index\.html(?=$|[?#])/, '') : request.url;
  const found = await within(CURRENT, page);
  if (found !== undefined) return found;
  for (const name of await others()) {
    const older = await within(name, page);
    if (older !== undefined) return older;
  }
  return fetch(request);
}

function within(cacheName, url) {
  return caches.match(url, { cacheName, ignoreSearch: true });
}

async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
}

/** Lets go of versions that no open tab runs. Each tab holds a lock that is named after its own script. */
async function tidy() {
  const names = await others();
  const { held } = await navigator.locks.query();
  const scripts = new Set(held.map(({ name }) => name));
  for (const name of names) {
    const files = await (await caches.open(name)).keys();
    // A version that is being installed is nobody's yet.
    if (self.registration.installing !== null || self.registration.waiting !== null) return;
    if (!files.some(({ url }) => scripts.has(url))) await caches.delete(name);
  }
}
