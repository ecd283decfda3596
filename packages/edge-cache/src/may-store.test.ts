import { describe, expect, it } from 'vitest';
import { mayStore } from './may-store.js';
import { type PageRead, ReadRecorder } from './read-recorder.js';
import type { RenderedPage } from './rendered-page.js';
import { pulseOf } from './testing/pulse-of.js';

const NOW = 1_000_000;

function decide(
  page: Partial<RenderedPage>,
  {
    reads = [],
    pulse = pulseOf({ hash: 'h', seq: 1 }),
  }: { reads?: PageRead[]; pulse?: ReturnType<typeof pulseOf> } = {},
) {
  const recorder = new ReadRecorder();
  for (const [key, fingerprint] of reads) recorder.read(key, fingerprint);
  return mayStore({ headers: [], body: '', ...page }, recorder, pulse, NOW);
}

function pulseNaming(changed: Record<string, string | null>) {
  return pulseOf({ hash: 'h', seq: 1, log: [{ seq: 1, at: 0, changed: new Map(Object.entries(changed)) }] });
}

describe('mayStore', () => {
  it.each([200, 203, 301, 302, 308, 404])('lets a page with status %i be stored without an end', (status) => {
    expect(decide({ status })).toEqual({ store: true, endsAt: null });
  });

  it.each([206, 304, 400, 401, 403, 410, 429, 500, 502, 503])('refuses status %i', (status) => {
    expect(decide({ status })).toEqual({ store: false, why: 'status' });
  });

  it.each<[string, Partial<RenderedPage>]>([
    ['says so', { personal: true }],
    ['sets a cookie', { headers: [['SET-cookie', 'a=b']] }],
    ['is private', { headers: [['cache-control', 'private']] }],
    ['forbids storing', { headers: [['Cache-Control', 'max-age=0, no-store']] }],
  ])('refuses a page as personal that %s', (_, page) => {
    expect(decide(page)).toEqual({ store: false, why: 'personal' });
  });

  it('lets a page be stored that read what the log names, or what it does not name', () => {
    const pulse = pulseNaming({ tee: 't2', gone: null });
    expect(
      decide(
        {},
        {
          pulse,
          reads: [
            ['tee', 't2'],
            ['gone', null],
            ['menu', 'm1'],
          ],
        },
      ),
    ).toMatchObject({ store: true });
  });

  it.each<[string, PageRead]>([
    ['other content than the log names', ['tee', 't1']],
    ['nothing where the log names content', ['tee', null]],
    ['content where the log names a deletion', ['gone', 'g1']],
  ])('refuses a page that read %s', (_, read) => {
    const decision = decide({}, { pulse: pulseNaming({ tee: 't2', gone: null }), reads: [read] });
    expect(decision).toEqual({ store: false, why: 'behind' });
  });

  it('refuses a page for which one key changed while it was rendered', () => {
    const reads: PageRead[] = [
      ['tee', 't1'],
      ['tee', 't2'],
    ];
    expect(decide({}, { reads })).toEqual({ store: false, why: 'torn' });
    expect(
      decide(
        {},
        {
          reads: [
            ['tee', null],
            ['tee', 't2'],
          ],
        },
      ),
    ).toEqual({ store: false, why: 'torn' });
    expect(
      decide(
        {},
        {
          reads: [
            ['tee', 't1'],
            ['tee', 't1'],
          ],
        },
      ),
    ).toMatchObject({ store: true });
  });

  it('refuses every page until two minutes after the log lost count', () => {
    const since = (age: number) => {
      const log = [{ seq: 1, at: NOW - age, changed: 'everything' as const }];
      return decide({}, { pulse: pulseOf({ hash: 'h', seq: 1, log }) });
    };
    expect(since(-5_000)).toEqual({ store: false, why: 'everything-changed' });
    expect(since(119_999)).toEqual({ store: false, why: 'everything-changed' });
    expect(since(120_000)).toMatchObject({ store: true });
  });

  it('gives a page that asked the backend a minute, or less if it ends before', () => {
    expect(decide({ askedBackend: true })).toEqual({ store: true, endsAt: NOW + 60_000 });
    expect(decide({ askedBackend: true, endsAt: NOW + 90_000 })).toEqual({
      store: true,
      endsAt: NOW + 60_000,
    });
    expect(decide({ askedBackend: true, endsAt: NOW + 5 })).toEqual({ store: true, endsAt: NOW + 5 });
  });

  it('keeps the end of a page, and refuses one that is past', () => {
    expect(decide({ endsAt: NOW + 1 })).toEqual({ store: true, endsAt: NOW + 1 });
    expect(decide({ endsAt: null })).toEqual({ store: true, endsAt: null });
    expect(decide({ endsAt: NOW })).toEqual({ store: false, why: 'ended' });
  });
});
