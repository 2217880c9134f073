// Owns the fast start of the installed page: the frame of the dashboard, never anything the hub tells (/api).
// The page itself is asked from the hub first, so a newer build always wins; the kept one only stands in while the hub is away.
const kept = "kidsmart-shell";

/** The page and the files it names: without them it could not even say that the hub is away. */
async function keep(page) {
  const cache = await caches.open(kept);
  const before = await cache.match("/");
  const html = await page.clone().text();
  if (before !== undefined && (await before.text()) === html) return;
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file);
  const outdated = await cache.keys();
  // All or none: while one of the new files is missing, the old page stays whole.
  await cache.addAll(files);
  await cache.put("/", page);
  // The new build's files have new names; those of the old one are of no more use.
  for (const request of outdated) {
    const { pathname } = new URL(request.url);
    if (pathname !== "/" && !files.includes(pathname)) await cache.delete(request);
  }
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(fetch("/", { cache: "no-cache" }).then((page) => (page.ok ? keep(page) : undefined)));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (/^\/(api|screen|games)(\/|$)/.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
});

async function page(event) {
  try {
    const fresh = await fetch(event.request);
    if (fresh.ok && fresh.headers.get("content-type")?.startsWith("text/html"))
      event.waitUntil(keep(fresh.clone()));
    return fresh;
  } catch (error) {
    const old = await caches.match("/");
    if (old === undefined) throw error;
    return old;
  }
}

/** Its name carries a hash of its content. */
async function asset(request) {
  const old = await caches.match(request);
  if (old !== undefined) return old;
  const fresh = await fetch(request);
  if (fresh.ok) {
    const cache = await caches.open(kept);
    await cache.put(request, fresh.clone());
  }
  return fresh;
}
