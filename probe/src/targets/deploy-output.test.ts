import { expect, test } from 'vitest';
import { deployedOrigins } from './deploy-output.ts';

const session = JSON.stringify({ type: 'wrangler-session', version: 1 });
const deploy = (...targets: string[]) => JSON.stringify({ type: 'deploy', version: 1, targets });

test('finds where the Worker answers', () => {
  const output = `${session}\n${deploy('https://probe.account.workers.dev', 'probe.shop.example (custom domain)')}\n`;
  expect(deployedOrigins(output).map(String)).toEqual([
    'https://probe.account.workers.dev/',
    'https://probe.shop.example/',
  ]);
  const domain = deploy('probe.shop.example', '*.shop.example/*');
  expect(deployedOrigins(domain).map(String)).toEqual(['https://probe.shop.example/']);
});

test('says so when there is no address', () => {
  expect(() => deployedOrigins(session)).toThrow(/no address/);
});
