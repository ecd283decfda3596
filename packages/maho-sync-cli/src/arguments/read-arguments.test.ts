import { describe, expect, it } from 'vitest';
import { readArguments } from './read-arguments.js';

describe('a command line', () => {
  it.each([
    ['run', { name: 'run', type: null, store: null, rebuild: false, allowPrune: false, follow: false }],
    [
      'run --type products --store en --rebuild --allow-prune --follow',
      { name: 'run', type: 'products', store: 'en', rebuild: true, allowPrune: true, follow: true },
    ],
    ['diff --store de', { name: 'diff', type: null, store: 'de', rebuild: false, allowPrune: false }],
    ['status', { name: 'status', run: null, follow: false }],
    ['status run-1 --follow', { name: 'status', run: 'run-1', follow: true }],
    ['runs --limit 5', { name: 'runs', store: null, limit: 5 }],
    ['keys --prefix en:product:', { name: 'keys', store: null, prefix: 'en:product:' }],
    ['cancel run-1', { name: 'cancel', run: 'run-1' }],
    ['fill', { name: 'fill', stores: [], indexFolder: '.maho-sync', isForced: false }],
    [
      'fill --store en --store de --index /data/fill --force',
      { name: 'fill', stores: ['en', 'de'], indexFolder: '/data/fill', isForced: true },
    ],
  ])('%s', (line, command) => {
    expect(readArguments(line.split(' ')).command).toEqual(command);
  });

  it('has options of all commands', () => {
    const line = 'runs --url https://shop.example --secret-file /run/secret --json --insecure';
    expect(readArguments(line.split(' '))).toMatchObject({
      url: 'https://shop.example',
      secretFile: '/run/secret',
      isJson: true,
      isInsecure: true,
    });
  });

  it.each([
    ['', /Name a command: run, /],
    ['sync', /There is no command "sync"/],
    ['constructor', /There is no command/],
    ['run products', /"run" does not take "products"/],
    ['run --prefix x', /'--prefix'/],
    ['run --store', /--store/],
    ['cancel', /"cancel" needs a run/],
    ['runs --limit 0', /--limit takes a whole number from 1 to 100, not "0"/],
    ['run --secret hunter2', /can be read by every process/],
    ['run --secret=hunter2', /can be read by every process/],
  ])('%s is refused', (line, message) => {
    expect(() => readArguments(line === '' ? [] : line.split(' '))).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringMatching(message) }),
    );
  });
});
