import { describe, expect, it } from 'vitest';
import { parseCommandLine, UsageError } from './command-line.js';

describe('command line', () => {
  it('has a shop of a believable size without flags', () => {
    expect(parseCommandLine([])).toMatchObject({
      port: 8081,
      products: 1500,
      categories: 40,
      stores: 2,
      seed: 1,
    });
  });

  it('reads every flag', () => {
    const line = parseCommandLine(
      '--port 0 --products 9 --categories 3 --stores 1 --seed 7 --latency 5 --item-cache 300'.split(' '),
    );
    expect(line).toMatchObject({
      port: 0,
      products: 9,
      categories: 3,
      stores: 1,
      seed: 7,
      latency: 5,
      itemCache: 300,
    });
  });

  it.each([['--products many'], ['--products 0'], ['--nonsense'], ['stray'], ['--port=-1']])(
    'refuses %s with a clear word',
    (text) => {
      expect(() => parseCommandLine(text.split(' '))).toThrow(UsageError);
    },
  );
});
