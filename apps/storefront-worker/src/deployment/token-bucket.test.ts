import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.js';

function bucketOf(perMinute: number) {
  const clock = { ms: 1_000 };
  return { clock, bucket: new TokenBucket(perMinute, () => clock.ms) };
}

test('gives a minute’s worth at once, then says when there is more', () => {
  const { bucket, clock } = bucketOf(60);
  const taken = Array.from({ length: 61 }, () => bucket.take());
  expect(taken).toEqual([...Array.from({ length: 60 }, () => 0), 1_000]);
  clock.ms += 999;
  expect(bucket.take()).toBe(1);
  clock.ms += 1;
  expect(bucket.take()).toBe(0);
  expect(bucket.take()).toBe(1_000);
});

test('saves up no more than a minute’s worth', () => {
  const { bucket, clock } = bucketOf(2);
  clock.ms += 3_600_000;
  expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 30_000]);
});

test('is neither filled nor emptied by a clock that was set back', () => {
  const { bucket, clock } = bucketOf(1);
  bucket.take();
  clock.ms -= 120_000;
  expect(bucket.take()).toBe(60_000);
  clock.ms += 180_000;
  expect(bucket.take()).toBe(0);
});
