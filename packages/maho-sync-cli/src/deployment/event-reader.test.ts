import { describe, expect, it } from 'vitest';
import { readEvents, type StreamEvent } from './event-reader.js';

async function read(text: string, chunkBytes = 1_000) {
  const bytes = new TextEncoder().encode(text);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        controller.enqueue(bytes.slice(at, at + chunkBytes));
      }
      controller.close();
    },
  });
  const memory = { lastId: null, retryMs: 1_000 };
  const events: StreamEvent[] = [];
  for await (const event of readEvents(stream, memory)) events.push(event);
  return { events, memory };
}

const TEXT = [
  ': a comment\n\n',
  'retry: 250\n\n',
  'event: progress\nid: 1\ndata: {"größe":\ndata: 1}\n\n',
  'data:no space\n\n',
  'event: end\nid: 2\ndata: done\n\n',
].join('');

const EVENTS = [
  { event: 'progress', data: '{"größe":\n1}' },
  { event: 'message', data: 'no space' },
  { event: 'end', data: 'done' },
];

describe('events', () => {
  it.each([1, 2, 3, 7, 1_000])('are the same in chunks of %i bytes', async (chunkBytes) => {
    expect(await read(TEXT, chunkBytes)).toEqual({ events: EVENTS, memory: { lastId: '2', retryMs: 250 } });
  });

  it.each(['\r\n', '\r'])('may have lines that end with %j', async (ending) => {
    // The last end of line of a stream may be half of one, so it needs something after it.
    const { events } = await read(`${TEXT}: end\n\n`.replaceAll('\n', ending), 1);
    expect(events).toEqual(EVENTS);
  });

  it('are none where the stream was cut off', async () => {
    expect((await read('event: end\ndata: do')).events).toEqual([]);
    expect((await read('event: end\ndata: done\n')).events).toEqual([]);
  });
});
