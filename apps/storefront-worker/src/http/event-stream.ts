/** One server-sent event, or a comment that only shows that the connection lives. */
export interface ServerSentEvent {
  /** `message` where absent. */
  event?: string;
  /** Comes back as `Last-Event-ID` when the client connects again. */
  id?: string;
  data?: string;
  /** How long a client waits before it connects again, ms. */
  retry?: number;
  comment?: string;
}

/**
 * Answers with a stream of events (https://html.spec.whatwg.org/multipage/server-sent-events.html). Each is asked
 * for when the client has room for it; the signal aborts when the client goes away.
 */
export function eventStream(events: (signal: AbortSignal) => AsyncIterator<ServerSentEvent>): Response {
  const gone = new AbortController();
  const iterator = events(gone.signal);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(eventText(value)));
    },
    cancel() {
      gone.abort();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** Whether the caller wants events rather than one answer. */
export function wantsEvents(request: Request): boolean {
  const types = (request.headers.get('accept') ?? '').split(',');
  return types.some((type) => type.split(';')[0]?.trim().toLowerCase() === 'text/event-stream');
}

/** An event as it goes over the wire. */
export function eventText({ event, id, data, retry, comment }: ServerSentEvent): string {
  const lines = [
    ...(comment === undefined ? [] : [`: ${comment}`]),
    ...(retry === undefined ? [] : [`retry: ${retry}`]),
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(data === undefined ? [] : data.split(/\r\n|\r|\n/).map((line) => `data: ${line}`)),
  ];
  return `${lines.join('\n')}\n\n`;
}
