import { expect, test } from 'vitest';
import { casesOf, readOptions } from './bench-options.ts';

test('measures three sizes at two latencies in both runtimes unless told otherwise', () => {
  const options = readOptions([]);
  expect(options).toEqual({
    products: [200, 1500, 10_000],
    latencies: [0, 50],
    runtimes: ['node', 'workerd'],
    driver: 'request',
    jsonFile: null,
    asksForHelp: false,
  });
  expect(casesOf(options)).toHaveLength(6);
});

test('takes lists, one runtime and a file, behind a separating "--" too', () => {
  const lists = ['--products', '20,40', '--latency', '5'];
  const args = ['--', ...lists, '--only', 'node', '--driver', 'workflow', '--json', 'figures.json'];
  const options = readOptions(args);
  expect(options).toMatchObject({ runtimes: ['node'], driver: 'workflow', jsonFile: 'figures.json' });
  expect(casesOf(options)).toEqual([
    { products: 20, latencyMs: 5 },
    { products: 40, latencyMs: 5 },
  ]);
});

test.each([
  [['--products', '0'], /--products/],
  [['--products', '10,,20'], /--products/],
  [['--latency', '-1'], /latency/],
  [['--latency', '1.5'], /--latency/],
  [['--only', 'browser'], /--only takes node or workerd/],
  [['--driver', 'alarm'], /--driver takes request or workflow/],
  [['--size', '3'], /--size/],
])('refuses %j and names the flag', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
