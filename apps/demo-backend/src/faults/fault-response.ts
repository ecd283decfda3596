import { slugOfStatus } from '../http/api-error.js';
import { jsonResponse } from '../http/json-response.js';
import type { Fault } from './fault-plan.js';

/** The connection is to be cut without an answer. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
}

const HTML =
  '<!doctype html><html><head><title>Maintenance</title></head><body><h1>Back soon</h1></body></html>';

const MESSAGES: Readonly<Record<number, string>> = {
  429: 'Too many requests. Please try again later.',
  500: 'An internal error occurred',
  503: 'Service Unavailable',
};

/** Waits until the client gives up or the backend closes; rejects with the signal's reason. */
function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** A body that ends in the middle, under headers that promise all of it. */
async function truncated(answer: Response): Promise<Response> {
  const whole = new Uint8Array(await answer.arrayBuffer());
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) {
        controller.error(new TypeError('terminated'));
        return;
      }
      sent = true;
      controller.enqueue(whole.slice(0, Math.max(1, Math.floor(whole.length / 2))));
    },
  });
  return new Response(body, { status: answer.status, headers: answer.headers });
}

/** What a request gets instead of (or made from) its answer. Throws ConnectionReset for `reset` and `lost`. */
export async function faultResponse(
  fault: Fault,
  signal: AbortSignal,
  answer: () => Promise<Response>,
): Promise<Response> {
  switch (fault.kind) {
    case 'hang':
      return hang(signal);
    case 'reset':
      throw new ConnectionReset('The demo backend was told to cut this connection.');
    case 'truncate':
      return truncated(await answer());
    case 'html':
      return new Response(HTML, {
        status: fault.status ?? 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      });
    case 'protocol_disabled':
      return jsonResponse(404, {
        error: 'protocol_disabled',
        message: 'The rest_v2 API protocol is disabled.',
      });
    case 'lost':
      await answer();
      if (fault.status !== undefined) return statusResponse(fault);
      throw new ConnectionReset('The demo backend was told to cut this connection after its work.');
    case 'stalled':
      await answer();
      return hang(signal);
    case 'status':
      return statusResponse(fault);
  }
}

function statusResponse({ status = 500, retryAfter }: Fault): Response {
  const body = { error: slugOfStatus(status), message: MESSAGES[status] ?? 'Injected fault', code: status };
  return jsonResponse(status, body, retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) });
}
