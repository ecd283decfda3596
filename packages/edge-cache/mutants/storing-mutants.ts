import type { Mutant } from './mutant.ts';

/** Mistakes in what is kept, and under which stamp. */
export const storingMutants: readonly Mutant[] = [
  {
    file: 'may-store.ts',
    mistake: 'keeps a page whose parts do not fit together',
    change: ["if (recorder.torn) return 'torn';", ''],
  },
  {
    file: 'may-store.ts',
    mistake: 'keeps a page that read what was before a publish',
    change: ['return expected !== undefined && expected !== fingerprint;', 'return false;'],
  },
  {
    file: 'may-store.ts',
    mistake: 'does not notice that a page found what the log says was deleted',
    change: ['expected !== undefined && expected', 'expected !== undefined && expected !== null && expected'],
  },
  {
    file: 'may-store.ts',
    mistake: 'keeps pages right after everything may have changed',
    change: ['pulse.everythingAt !== null && now - pulse.everythingAt < EVERYTHING_CHANGED_MS', 'false'],
  },
  {
    file: 'may-store.ts',
    mistake: 'keeps a backend’s answer without an end',
    change: ['if (page.askedBackend !== true) return', 'if (page.askedBackend !== null) return'],
  },
  {
    file: 'may-store.ts',
    mistake: 'keeps a backend’s answer beyond the end of the page',
    change: ['Math.min(ownEnd', 'Math.max(ownEnd'],
  },
  {
    file: 'may-store.ts',
    mistake: 'keeps a page that is for one visitor',
    change: ["if (isPersonal(page)) return 'personal';", ''],
  },
  {
    file: 'may-store.ts',
    mistake: 'keeps errors',
    change: ["if (!hasStorableStatus(page)) return 'status';", ''],
  },
  {
    file: 'may-store.ts',
    mistake: 'keeps a page whose end is past',
    change: ["page.endsAt <= now ? 'ended' : null", 'page.endsAt <= now ? null : null'],
  },
  {
    file: 'read-recorder.ts',
    mistake: 'takes down no miss',
    change: [
      'this.#seen.set(key, fingerprint);',
      'if (fingerprint !== null) this.#seen.set(key, fingerprint);',
    ],
  },
  {
    file: 'read-recorder.ts',
    mistake: 'takes down only the first key',
    change: [
      'this.#seen.set(key, fingerprint);',
      'if (this.#seen.size === 0) this.#seen.set(key, fingerprint);',
    ],
  },
  {
    file: 'read-recorder.ts',
    mistake: 'does not notice that a key was deleted while the page was rendered',
    change: ['before !== undefined && before', 'before !== undefined && fingerprint !== null && before'],
  },
  {
    file: 'page-cache.ts',
    mistake: 'stamps a page with the pulse from after its rendering',
    change: [
      'const stamp = { hash: pulse.hash, seq: pulse.seq, stampedAt: now, reads: recorder.reads };',
      'const late = (await this.#readPulse(page.store)) ?? pulse;\nconst stamp = { hash: late.hash, seq: late.seq, stampedAt: now, reads: recorder.reads };',
    ],
  },
  {
    file: 'page-cache.ts',
    mistake: 'holds in memory what may not be kept',
    change: [
      'if (decision.store) {\n      this.#memory.set(address, servable);',
      'this.#memory.set(address, servable);\n    if (decision.store) {',
    ],
  },
  {
    file: 'page-cache.ts',
    mistake: 'puts into the store what may not be kept',
    change: [
      'if (decision.store) {\n',
      'if (!decision.store) this.#put(servable, lookup);\n    if (decision.store) {\n',
    ],
  },
  {
    file: 'page-cache.ts',
    mistake: 'keeps a page to its own end, whatever else was decided',
    change: ['decision.store ? decision.endsAt : null', 'rendered.endsAt ?? null'],
  },
  {
    file: 'page-cache.ts',
    mistake: 'takes a page of a later publish into the memory of an isolate that does not know it',
    change: ["if (verdict === 'hit') this.#memory", "if (verdict !== 'revalidated') this.#memory"],
  },
  {
    file: 'page-cache.ts',
    mistake: 'never puts a revalidated page back',
    change: ['if (!isStoreFresh) this.#put', 'if (isStoreFresh && !isStoreFresh) this.#put'],
  },
  {
    file: 'page-cache.ts',
    mistake: 'puts a page back with each publish',
    change: ['const isStoreFresh = lookup', 'const isStoreFresh = Date.now() < 0 && lookup'],
  },
  {
    file: 'page-memory.ts',
    mistake: 'lets the page of an earlier publish replace that of a later',
    change: ['if (present !== null && present.page.stamp.seq > page.page.stamp.seq) return;', ''],
  },
  {
    file: 'page-memory.ts',
    mistake: 'never replaces a page',
    change: ['present.page.stamp.seq > page.page.stamp.seq', 'present.page.stamp.seq >= 0'],
  },
  {
    file: 'least-recently-used.ts',
    mistake: 'lets go first what was used last',
    change: ['this.#entries.delete(key);\n    this.#entries.set(key, entry);', ''],
  },
  {
    file: 'least-recently-used.ts',
    mistake: 'forgets to count what it lets go',
    change: ['this.#bytes -= entry.bytes;', ''],
  },
];
