/** A server-sent event as a client takes it apart. */
export interface ReceivedEvent {
  event: string;
  id: string;
  data: string;
}

/** The events of a stream that has ended; comments and `retry` are none. */
export function eventList(text: string): ReceivedEvent[] {
  return text.split('\n\n').flatMap((block) => {
    const field = (name: string) =>
      block
        .split('\n')
        .filter((line) => line.startsWith(`${name}: `))
        .map((line) => line.slice(name.length + 2))
        .join('\n');
    return field('event') === '' ? [] : [{ event: field('event'), id: field('id'), data: field('data') }];
  });
}
