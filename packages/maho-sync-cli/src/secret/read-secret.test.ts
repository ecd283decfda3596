import { expect, test } from 'vitest';
import { recordedTerminal } from '../testing/recorded-terminal.js';
import { readSecret } from './read-secret.js';

const files = recordedTerminal({
  environment: { SYNC_SECRET: ' from the environment ' },
  askHidden: async () => 'asked for\n',
  readFile: async (path) => {
    if (path === 'secret.txt') return 'from the file \nsomething else\n';
    if (path === 'empty.txt') return '\nsecret\n';
    throw new Error('ENOENT');
  },
});

test('a file that is named goes before the environment, and that before asking', async () => {
  expect(await readSecret(files, 'secret.txt')).toBe('from the file');
  expect(await readSecret(files, null)).toBe('from the environment');
  expect(await readSecret({ ...files, environment: {} }, null)).toBe('asked for');
});

test('a file that cannot be read, or has no secret, is never passed over', async () => {
  await expect(readSecret(files, 'none.txt')).rejects.toThrow(/cannot be read from none\.txt/);
  await expect(readSecret(files, 'empty.txt')).rejects.toThrow(/first line of empty\.txt is empty/);
});

test('says what to do where nobody can be asked', async () => {
  await expect(readSecret(recordedTerminal(), null)).rejects.toThrow(/SYNC_SECRET.*--secret-file/);
});

test('set to nothing, it is none: a deployment in development may have none', async () => {
  expect(await readSecret(recordedTerminal({ environment: { SYNC_SECRET: '' } }), null)).toBe('');
});
