/** A server-sent event. */
export interface StreamEvent {
  event: string;
  data: string;
}

/** What a stream has said so far, for whoever connects again. */
export interface StreamMemory {
  lastId: string | null;
  /** How long to wait before connecting again, ms. */
  retryMs: number;
}

/**
 * Takes a stream of server-sent events apart, by the rules of
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation. An event that the end
 * of the stream cuts off is none.
 *
 * @param memory is kept up to date.
 */
export async function* readEvents(
  stream: ReadableStream<Uint8Array>,
  memory: StreamMemory,
): AsyncGenerator<StreamEvent> {
  let block: string[] = [];
  for await (const line of linesOf(stream)) {
    if (line !== '') {
      block.push(line);
      continue;
    }
    const event = eventOf(block, memory);
    block = [];
    if (event !== null) yield event;
  }
}

/** Null for a block that only sets something, or is a comment. */
function eventOf(block: readonly string[], memory: StreamMemory): StreamEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const [name, value] of block.map(fieldOf)) {
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id') memory.lastId = value;
    else if (name === 'retry' && /^\d+$/.test(value)) memory.retryMs = Number(value);
  }
  return data.length === 0 ? null : { event, data: data.join('\n') };
}

/** A comment has an empty name. */
function fieldOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  if (colon === -1) return [line, ''];
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      // A \r at the end may be half of a \r\n.
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    await reader.cancel();
  }
}
