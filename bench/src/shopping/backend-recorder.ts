import { fetch, type Request, Response } from 'miniflare';
import { type BackendCall, withPlaces } from './backend-call.ts';
import { namesIn } from './given-names.ts';

/** Of one connection or one runtime; the next hop has its own. */
const NOT_SENT_ON = /^(host|connection|content-length|transfer-encoding|accept-encoding|cf-.*|mf-.*)$/;

/** Stands between a Worker and the backend, and takes down what the one asks of the other. */
export class BackendRecorder {
  #given = new Map<string, string>();
  #calls: BackendCall[] = [];

  /** What the Worker's requests go through. */
  readonly outbound = async (request: Request): Promise<Response> => {
    const { method, url } = request;
    const { pathname, search } = new URL(url);
    const body = request.body === null ? null : await request.text();
    const headers = Object.fromEntries([...request.headers].filter(([name]) => !NOT_SENT_ON.test(name)));
    this.#calls.push(withPlaces({ method, target: pathname + search, headers, body }, this.#given));
    const response = await fetch(url, { method, headers, body });
    const text = await response.text();
    if (response.ok) for (const [place, name] of namesIn(JSON.parse(text))) this.#given.set(place, name);
    const type = response.headers.get('Content-Type') ?? '';
    return new Response(text, { status: response.status, headers: { 'Content-Type': type } });
  };

  /** The calls since the last time, in their order. */
  take(): BackendCall[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }
}
