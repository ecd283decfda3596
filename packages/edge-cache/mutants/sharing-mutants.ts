import type { Mutant } from './mutant.ts';

/** Mistakes in who gets what, and by which pulse. */
export const sharingMutants: readonly Mutant[] = [
  {
    file: 'page-cache.ts',
    mistake: 'lets a visitor who knows a later pulse wait for a rendering that began before it',
    change: ['const key =', 'const key = address;\nvoid'],
  },
  {
    file: 'page-cache.ts',
    mistake: 'gives one visitor’s page to all who wait for it',
    change: [
      "if (flight.led || outcome.kind === 'shared') return outcome;",
      "if (flight.led || outcome.kind !== 'abandoned') return outcome;",
    ],
  },
  {
    file: 'page-cache.ts',
    mistake: 'fails for all who wait when the visitor leaves for whom it renders',
    change: ["if (signal.aborted) return { kind: 'abandoned', error };", ''],
  },
  {
    file: 'page-cache.ts',
    mistake: 'shares errors',
    change: [
      'return isPersonal(page) || !hasStorableStatus(page);',
      'return isPersonal(page) && !hasStorableStatus({ ...page, status: 500 });',
    ],
  },
  {
    file: 'page-cache.ts',
    mistake: 'shares what is for one visitor',
    change: [
      'return isPersonal(page) || !hasStorableStatus(page);',
      'return !isPersonal(page) && !hasStorableStatus(page);',
    ],
  },
  {
    file: 'page-cache.ts',
    mistake: 'answers a POST from what is kept',
    change: ['if (!isRead || pages === null) return', 'if (pages === null) return'],
  },
  {
    file: 'page-cache.ts',
    mistake: 'fails when the pulse cannot be read',
    change: [
      "this.#options.onEvent?.({ type: 'pulse_failed', store, error });\n      return null;",
      'throw error;',
    ],
  },
  {
    file: 'page-cache.ts',
    mistake: 'fails when the store fails',
    change: [
      "operation: 'match', address, error });\n      return null;",
      "operation: 'match', address, error });\n      throw error;",
    ],
  },
  {
    file: 'rendered-page.ts',
    mistake: 'overlooks cookies',
    change: ["if (header === 'set-cookie') return true;", ''],
  },
  {
    file: 'rendered-page.ts',
    mistake: 'overlooks that a page says it is private',
    change: ["if (header === 'cache-control' && ", "if (header === 'cache_control' && "],
  },
  {
    file: 'page-address.ts',
    mistake: 'takes pages of two builds for one',
    change: ['segment(assetHash)', "segment('')"],
  },
  {
    file: 'page-address.ts',
    mistake: 'takes pages of two stores for one',
    change: ['segment(store)', "segment('')"],
  },
  {
    file: 'servable-page.ts',
    mistake: 'answers 304 for a page that is not found',
    change: ['page.status === 200 && matches', 'matches'],
  },
  {
    file: 'single-flight.ts',
    mistake: 'waits for work that hangs, for ever',
    change: [
      'present !== undefined && now - present.startedAt < FLIGHT_JOIN_MS',
      'present !== undefined && now >= 0',
    ],
  },
  {
    file: 'single-flight.ts',
    mistake: 'remembers what is done',
    change: ['if (this.#flights.get(key) === flight) this.#flights.delete(key);', ''],
  },
  {
    file: 'single-flight.ts',
    mistake: 'forgets work that is under way when older work of that name is done',
    change: ['if (this.#flights.get(key) === flight) this', 'this'],
  },
  {
    file: 'single-flight.ts',
    mistake: 'shares no work',
    change: ['now - present.startedAt < FLIGHT_JOIN_MS', 'now - present.startedAt < 0'],
  },
  {
    file: 'pulse-memo.ts',
    mistake: 'counts a pulse’s age from when it arrived',
    change: [
      'else memos.set(store, { startedAt, pulse });',
      'else memos.set(store, { startedAt: clock.now(), pulse });',
    ],
  },
  {
    file: 'pulse-memo.ts',
    mistake: 'believes a pulse for longer than it may',
    change: ['age < memoMs', 'age < memoMs + 1_000'],
  },
  {
    file: 'pulse-memo.ts',
    mistake: 'believes a pulse for ever when the clock was set back',
    change: ['age >= 0 && ', ''],
  },
  {
    file: 'pulse-memo.ts',
    mistake: 'remembers that there is no pulse',
    change: ['if (pulse === null) memos.delete(store);\n        else', ''],
  },
  {
    file: 'pulse-memo.ts',
    mistake: 'remembers that a read failed',
    change: ['if (memos.get(store) === memo) memos.delete(store);', ''],
  },
  {
    file: 'pulse-memo.ts',
    mistake: 'lets a late read replace a newer one',
    change: ['if (memos.get(store) !== memo) return;', ''],
  },
];
