import { describe, expect, it } from 'vitest';
import { ReadRecorder } from './read-recorder.js';

function recorded(...reads: [key: string, fingerprint: string | null][]): ReadRecorder {
  const recorder = new ReadRecorder();
  for (const [key, fingerprint] of reads) recorder.read(key, fingerprint);
  return recorder;
}

describe('what a page read', () => {
  it('is taken down key by key, misses included, each once', () => {
    const recorder = recorded(['a', '1'], ['b', null], ['a', '1'], ['c', '3']);
    expect(recorder.reads).toEqual([
      ['a', '1'],
      ['b', null],
      ['c', '3'],
    ]);
    expect(recorder.torn).toBe(false);
  });

  it.each<[string, string | null, string | null]>([
    ['changed', '1', '2'],
    ['was deleted', '1', null],
    ['appeared', null, '1'],
  ])('is torn when a key %s between two reads', (_what, before, after) => {
    expect(recorded(['a', before], ['a', after]).torn).toBe(true);
  });

  it('stays torn when the key is again what it was', () => {
    expect(recorded(['a', '1'], ['a', '2'], ['a', '1']).torn).toBe(true);
  });
});
