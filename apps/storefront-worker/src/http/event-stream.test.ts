import { describe, expect, it } from 'vitest';
import { eventStream, eventText, type ServerSentEvent, wantsEvents } from './event-stream.js';

describe('an event', () => {
  it('is written field by field and ends with an empty line', () => {
    const event = { event: 'progress', id: '1f', data: '{"a":1}', retry: 500 };
    expect(eventText(event)).toBe('retry: 500\nevent: progress\nid: 1f\ndata: {"a":1}\n\n');
  });

  it('keeps all lines of its data, whatever ends them', () => {
    expect(eventText({ data: 'a\nb\r\nc\rd' })).toBe('data: a\ndata: b\ndata: c\ndata: d\n\n');
  });

  it('may be a comment only', () => {
    expect(eventText({ comment: 'still here' })).toBe(': still here\n\n');
  });
});

describe('a stream of events', () => {
  it('sends what there is and ends by itself', async () => {
    const response = eventStream(async function* () {
      yield { data: 'one' };
      yield { data: 'two' };
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('data: one\n\ndata: two\n\n');
  });

  it('tells its source when the client goes away', async () => {
    let isGone = false;
    const source = (signal: AbortSignal): AsyncIterator<ServerSentEvent> => {
      signal.addEventListener('abort', () => {
        isGone = true;
      });
      return { next: async () => ({ done: false, value: { data: 'on and on' } }) };
    };
    const reader = eventStream(source).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(isGone).toBe(true);
  });
});

describe('who wants events', () => {
  it.each([
    ['text/event-stream', true],
    ['application/json, Text/Event-Stream;q=0.9', true],
    ['application/json', false],
    ['*/*', false],
    [undefined, false],
  ])('Accept: %s → %s', (accept, expected) => {
    const headers = accept === undefined ? {} : { Accept: accept };
    expect(wantsEvents(new Request('https://shop.example/', { headers }))).toBe(expected);
  });
});
