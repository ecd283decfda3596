import type { FetchLike } from '../transport/json-attempt.js';

/** A request that the script has seen. */
export interface SeenRequest {
  readonly url: URL;
  readonly headers: Headers;
  readonly init: RequestInit;
}

type Answer = (request: SeenRequest) => Response | Promise<Response>;

/** A fetch that gives its answers in turn, the last one for ever, and remembers what it was asked. */
export function scriptedFetch(...answers: [Answer, ...Answer[]]): { fetch: FetchLike; seen: SeenRequest[] } {
  const seen: SeenRequest[] = [];
  const fetch: FetchLike = async (url, init) => {
    const request: SeenRequest = { url: new URL(url), headers: new Headers(init.headers), init };
    seen.push(request);
    const answer = answers[Math.min(seen.length, answers.length) - 1] ?? answers[0];
    return await answer(request);
  };
  return { fetch, seen };
}

/** An answer with a JSON body, as Maho sends it. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  const type = status < 300 ? 'application/ld+json; charset=utf-8' : 'application/json';
  return () => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type, ...headers } });
}

/** An answer with a body that is sent as it is. */
export function raw(body: string | null, status: number, headers: Record<string, string> = {}): Answer {
  return () => new Response(body, { status, headers });
}

/** A page of a collection in Maho's envelope. */
export function collection(member: unknown[], totalItems = member.length): Record<string, unknown> {
  return {
    '@context': '/api/contexts/Thing',
    '@id': '/api/rest/v2/things',
    '@type': 'Collection',
    totalItems,
    member,
  };
}

/** Maho's error body. */
export function problem(code: number, error: string, message: string): Record<string, unknown> {
  return { error, message, code };
}
