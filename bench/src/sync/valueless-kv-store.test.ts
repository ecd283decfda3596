import { expect, test } from 'vitest';
import { ValuelessKvStore } from './valueless-kv-store.ts';

test('counts every operation and the bytes, not the characters, of what is put', async () => {
  const kv = new ValuelessKvStore('en');
  await kv.list('en:');
  await kv.get('en:config');
  await kv.put('en:config', '"é"');
  await kv.delete();
  expect(kv.counts).toEqual({ puts: 1, deletes: 1, reads: 2, bytes: 4 });
  expect(kv.operations).toBe(4);
});

test('knows the pulse and refuses to answer for any other key once something was put', async () => {
  const kv = new ValuelessKvStore('en');
  expect(await kv.get('en:pulse')).toBeNull();
  await kv.put('en:pulse', '{"seq":1}');
  expect(await kv.get('en:pulse')).toBe('{"seq":1}');
  await expect(kv.get('en:config')).rejects.toThrow('get("en:config")');
  await expect(kv.list('en:')).rejects.toThrow('list("en:")');
});
