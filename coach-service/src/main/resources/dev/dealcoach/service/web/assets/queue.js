// Recordings that wait on this phone until they are sent. Each has a key of its own, under which the service keeps it
// once, however often it is sent. Runs in the page and in the worker.

const STORE = 'recordings';

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('dealcoach', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore(mode, work) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps a recording; it is on the phone when this resolves. */
export const put = (entry) => inStore('readwrite', (store) => store.put(entry));

/** Takes a recording away. */
export const remove = (key) => inStore('readwrite', (store) => store.delete(key));

/** All that wait, the earliest first. */
export const all = async () => (await inStore('readonly', (store) => store.getAll()))
  .sort((one, other) => one.recordedAt.localeCompare(other.recordedAt));

/** Who is signed in, and the session's token: the recorder's page says it. Null if nobody is. */
async function session() {
  const response = await fetch('/record', { headers: { Accept: 'text/html' }, cache: 'no-store' });
  if (!response.ok || response.redirected) return null;
  if (response.headers.get('X-From-Phone')) throw new TypeError('the network is away');
  const page = await response.text();
  const csrf = /data-csrf="([^"]*)"/.exec(page)?.[1];
  const account = /data-account="([^"]*)"/.exec(page)?.[1];
  return csrf && account ? { csrf, account } : null;
}

function form(entry) {
  const form = new FormData();
  for (const name of ['consent', 'recordedAt', 'people', 'action', 'confirmed', 'language', 'removeLocation']) {
    if (entry[name] !== undefined && entry[name] !== '') form.append(name, String(entry[name]));
  }
  if (entry.photo) form.append('photo', entry.photo, 'photo.jpg');
  form.append('file', entry.audio, 'recording.wav');
  return form;
}

/** A problem that sending again will not mend. */
const final = (status) => status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status);

/**
 * Sends what waits. Resolves to `{ sent, signIn, away, left, problem }`: what the service answered by key, whether
 * somebody must sign in first, whether the network is away or the service cannot take it now, how many are left, and
 * what the service says of it (null where it says nothing).
 */
export function flush() {
  // one at a time, also across windows and the worker
  return navigator.locks ? navigator.locks.request('dealcoach-queue', send) : send();
}

async function send() {
  const sent = new Map();
  const waiting = (await all()).filter((entry) => !entry.problem);
  const result = (more) => ({ sent, signIn: false, away: false, problem: null, left: waiting.length - sent.size, ...more });
  if (!waiting.length) return result();
  try {
    const who = await session();
    if (!who) return result({ signIn: true });
    for (const entry of waiting) {
      // what one person said is never sent in another's name
      if (entry.account !== who.account) continue;
      const response = await fetch(`/api/v1/deals/${entry.deal}/recordings`, {
        method: 'POST',
        headers: { 'X-CSRF-Token': who.csrf, 'Idempotency-Key': entry.key, 'Accept-Language': entry.reader },
        body: form(entry),
      });
      if (response.status === 201) {
        const answer = await response.json();
        await remove(entry.key);
        sent.set(entry.key, answer);
      } else if (final(response.status)) {
        const problem = await response.json().catch(() => ({}));
        await put({ ...entry, problem: problem.detail ?? String(response.status) });
      } else if (response.status === 401 || response.status === 403) {
        return result({ signIn: true });
      } else {
        // the network is there, and the service says why it cannot take it now
        return result({ away: true, problem: await response.json().catch(() => null) });
      }
    }
    return result();
  } catch {
    return result({ away: true });
  }
}
