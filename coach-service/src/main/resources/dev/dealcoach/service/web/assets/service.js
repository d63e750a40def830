// Talks to the service.

/** Where reviews are: those of the plain page, or those of deals. */
export const api = document.getElementById('main')?.dataset.api ?? '/api/reviews';

/** Why the service did not do what was asked, in the reader's words. */
export class Problem extends Error {
  constructor(title, detail) {
    super(title);
    this.title = title;
    this.detail = detail;
  }

  static network(t) {
    return new Problem(t('error.network.title'), t('error.network.detail'));
  }

  /** What the service's answer says; it speaks application/problem+json. */
  static from(body, t) {
    try {
      const { title, detail } = JSON.parse(body);
      if (title) return new Problem(title, detail);
    } catch {
      // not JSON: something between us and the service answered
    }
    return Problem.network(t);
  }
}

/** Hands a file in; resolves to the review under way. `progress` gets a share from 0 to 1. */
export function handIn(file, notes, language, t, progress) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('lang', language);
    form.append('notes', notes);
    form.append('file', file);
    const request = new XMLHttpRequest(); // fetch does not report the progress of an upload
    request.open('POST', '/api/reviews');
    request.setRequestHeader('Prefer', 'respond-async');
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => reject(Problem.network(t));
    request.onload = () => {
      if (request.status === 201 || request.status === 202) resolve(JSON.parse(request.responseText));
      else reject(Problem.from(request.responseText, t));
    };
    request.send(form);
  });
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves to the finished review; tells `stage` what it is waiting for. */
export async function finished(id, language, t, stage) {
  for (let wait = 150; ; wait = Math.min(wait * 1.5, 1500)) {
    let response;
    try {
      response = await fetch(`${api}/${encodeURIComponent(id)}?lang=${language}`);
    } catch {
      throw Problem.network(t);
    }
    const body = await response.text();
    if (!response.ok) throw Problem.from(body, t);
    const review = JSON.parse(body);
    if (response.status === 200) return review;
    stage(review);
    await pause(wait);
  }
}

/** Scores a summary; resolves to `{report, json}`, the JSON as it came. */
export async function score(text, industry, language, t) {
  let response;
  try {
    response = await fetch(`/api/discovery?lang=${language}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text, ...(industry ? { industry } : {}) }),
    });
  } catch {
    throw Problem.network(t);
  }
  const json = await response.text();
  if (!response.ok) throw Problem.from(json, t);
  return { report: JSON.parse(json), json };
}
