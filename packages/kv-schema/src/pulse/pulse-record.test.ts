import { describe, expect, it } from 'vitest';
import { parseDeploymentPulse, parseStorePulse, type StorePulse } from './pulse-record.js';

const pulse: StorePulse = {
  hash: 'ab'.repeat(16),
  seq: 7,
  updatedAt: '2026-11-23T10:00:00.000Z',
  log: [
    { seq: 5, at: 1_700_000_000_000, changed: '*' },
    { seq: 6, at: 1_700_000_001_000, changed: '' },
    { seq: 7, at: 1_700_000_002_000, changed: '0123456789abcdef'.repeat(3) },
  ],
};

describe('a store pulse', () => {
  it('is read as it was written', () => {
    expect(parseStorePulse(JSON.parse(JSON.stringify(pulse)))).toEqual(pulse);
  });

  it('may hold a log of thousands of keys', () => {
    const log = [{ seq: 7, at: 0, changed: '0123456789abcdef'.repeat(4000) }];
    expect(parseStorePulse({ ...pulse, log })).toEqual({ ...pulse, log });
  });

  it.each([
    null,
    'pulse',
    {},
    { hash: pulse.hash, updatedAt: pulse.updatedAt },
    { ...pulse, hash: 'xyz' },
    { ...pulse, seq: -1 },
    { ...pulse, seq: 1.5 },
    { ...pulse, updatedAt: 'now' },
    { ...pulse, log: null },
    { ...pulse, log: [{ seq: 7, at: 1 }] },
    { ...pulse, log: [{ seq: 7, at: -1, changed: '' }] },
    { ...pulse, log: [{ seq: 7, at: 1, changed: 'abc' }] },
    { ...pulse, log: [{ seq: 7, at: 1, changed: 'ABCDEF0123456789' }] },
    { ...pulse, log: [{ seq: 7, at: 1, changed: '**' }] },
  ])('is null for %j', (value) => {
    expect(parseStorePulse(value)).toBeNull();
  });
});

describe('the deployment pulse', () => {
  it('is read as it was written, and is null for anything else', () => {
    const deployment = { hash: pulse.hash, updatedAt: pulse.updatedAt };
    expect(parseDeploymentPulse(deployment)).toEqual(deployment);
    for (const bad of [
      null,
      {},
      { hash: pulse.hash },
      { ...deployment, hash: '' },
      { ...deployment, updatedAt: 5 },
    ]) {
      expect(parseDeploymentPulse(bad)).toBeNull();
    }
  });
});
