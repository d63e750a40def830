// Keeps the recorder on the phone, so that it opens without a network, and sends what waits when the network is back.

import { flush } from '/assets/web/queue.js';

const CACHE = 'dealcoach-recorder-1';
const PAGE = '/record';

const ASSETS = ['style.css', 'icon.svg', 'record.js', 'recorder.js', 'recorder-worklet.js', 'wav.js', 'queue.js', 'photo.js',
  'elements.js', 'texts.js', 'times.js', 'stages.js', 'service.js', 'signed.js', 'bell.js'].map((name) => `/assets/web/${name}`);

// the page may be closed before it is asked for a second time
self.addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(ASSETS.map((address) => new URL(address, location.origin).href));
  const response = await fetch(PAGE, { headers: { Accept: 'text/html' } });
  if (response.ok && !response.redirected) await cache.put(PAGE, response);
  await self.skipWaiting();
})()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  await self.clients.claim();
})()));

/** What was kept, marked so that nobody takes it for the service's word. */
async function kept(cache, key) {
  const found = await cache.match(key, { ignoreVary: true });
  if (!found) return Response.error();
  const headers = new Headers(found.headers);
  headers.set('X-From-Phone', 'true');
  return new Response(await found.blob(), { status: 200, headers });
}

/** The recorder's page: as it is now, or as it was last. Who has signed out leaves none behind. */
async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.redirected || response.type === 'opaqueredirect' || response.status === 401) await cache.delete(PAGE);
    else if (response.ok) await cache.put(PAGE, response.clone());
    return response;
  } catch {
    return kept(cache, PAGE);
  }
}

/** Scripts and styles: as they are now, or as they were last. */
async function asset(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch {
    return kept(cache, request.url);
  }
}

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin) return;
  if (pathname === PAGE) event.respondWith(page(event.request));
  else if (pathname.startsWith('/assets/web/')) event.respondWith(asset(event.request));
});

// browsers that know this wake the worker when the network is back, also after the page was closed
self.addEventListener('sync', (event) => {
  if (event.tag === 'recordings') {
    event.waitUntil(flush().then((result) => {
      if (result.away) throw new Error('the network is away');
    }));
  }
});
