import { expect, test } from 'vitest';
import { p50Ms, ratioOf, requestsPerSecond } from './page-ratios.ts';
import { sampleOf, somePage, someRound } from './testing/some-rounds.ts';

test('counts requests by the second, however long they were sent', () => {
  expect(requestsPerSecond({ requests: 50, wallMs: 250, p50Ms: 1, cpuMs: null })).toBe(200);
});

test('divides within each round: a round in which everything was slow changes nothing', () => {
  const slow = { ...someRound(), trivial: sampleOf(10) };
  const rounds = [
    someRound(),
    { ...slow, pages: { ...slow.pages, home: somePage({ memoryHit: sampleOf(6) }) } },
  ];
  const comparison = { measure: requestsPerSecond, page: 'memoryHit', to: 'trivial' } as const;
  expect(ratioOf(rounds, 'home', comparison)).toEqual({
    lowerQuartile: 0.6,
    median: 0.6,
    upperQuartile: 0.6,
  });
});

test('compares with another case of the same page, or with a bare Worker', () => {
  const rounds = [someRound({ product: somePage({ render: sampleOf(10, 35) }) })];
  const render = { measure: p50Ms, page: 'render', to: 'kvGet' } as const;
  expect(ratioOf(rounds, 'product', render).median).toBe(3.5);
  const cold = { measure: p50Ms, page: 'coldRender', to: 'render' } as const;
  expect(ratioOf(rounds, 'home', cold).median).toBe(2);
});
