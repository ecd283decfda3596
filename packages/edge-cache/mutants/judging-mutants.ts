import type { Mutant } from './mutant.ts';

/** Mistakes in judging what is kept. */
export const judgingMutants: readonly Mutant[] = [
  {
    file: 'judge.ts',
    mistake: 'serves pages after their end',
    change: ["if (endsAt !== null && endsAt <= now) return 'miss';", ''],
  },
  {
    file: 'judge.ts',
    mistake: 'serves a page at the very moment of its end',
    change: ['endsAt <= now', 'endsAt < now'],
  },
  {
    file: 'judge.ts',
    mistake: 'takes a page of the same number for the same publish, whatever its hash',
    change: ["return stamp.hash === pulse.hash ? 'hit' : 'miss';", "return 'hit';"],
  },
  {
    file: 'judge.ts',
    mistake: 'trusts an equal hash without asking the log',
    change: [
      'if (stamp.seq === pulse.seq) return',
      "if (stamp.hash === pulse.hash) return 'hit';\nif (stamp.seq === pulse.seq) return",
    ],
  },
  {
    file: 'judge.ts',
    mistake: 'believes in a later publish for ever',
    change: ["now - stamp.stampedAt < NEWER_TRUST_MS ? 'newer' : 'miss'", "'newer'"],
  },
  {
    file: 'judge.ts',
    mistake: 'never believes in a later publish',
    change: ["now - stamp.stampedAt < NEWER_TRUST_MS ? 'newer' : 'miss'", "'miss'"],
  },
  {
    file: 'judge.ts',
    mistake: 'takes a page of an earlier publish for one of a later',
    change: ['stamp.seq > pulse.seq', 'stamp.seq < pulse.seq'],
  },
  {
    file: 'judge.ts',
    mistake: 'takes a log that does not reach back for one that names nothing',
    change: ['if (!changes.reaches) return false;', 'if (!changes.reaches) return true;'],
  },
  {
    file: 'judge.ts',
    mistake: 'is content when one of many keys is unchanged',
    change: ['reads.every(', 'reads.some('],
  },
  {
    file: 'judge.ts',
    mistake: 'overlooks the first publish after the page’s own',
    change: ['pulse.changesSince(seq)', 'pulse.changesSince(seq + 1)'],
  },
  {
    file: 'judge.ts',
    mistake: 'takes any change that the log can name the content of for no change',
    change: ['pulse.expects(key) === fingerprint', 'pulse.expects(key) !== undefined'],
  },
  {
    file: 'judge.ts',
    mistake: 'renders again after an edit that was taken back',
    change: [' || pulse.expects(key) === fingerprint', ''],
  },
  {
    file: 'stored-page.ts',
    mistake: 'gives a revalidated page the number of its former publish',
    change: ['seq: pulse.seq, stampedAt: now', 'seq: page.stamp.seq, stampedAt: now'],
  },
  {
    file: 'stored-page.ts',
    mistake: 'gives a revalidated page the hash of its former publish',
    change: ['hash: pulse.hash, seq: pulse.seq', 'hash: page.stamp.hash, seq: pulse.seq'],
  },
  {
    file: 'stored-page.ts',
    mistake: 'stamps a revalidated page with the next publish, which nobody knows yet',
    change: ['seq: pulse.seq, stampedAt: now', 'seq: pulse.seq + 1, stampedAt: now'],
  },
  {
    file: 'stored-page.ts',
    mistake: 'forgets what a page read when it is revalidated',
    change: ['{ ...page.stamp, hash: pulse.hash', '{ ...page.stamp, reads: [], hash: pulse.hash'],
  },
  {
    file: 'read-memory.ts',
    mistake: 'recalls values whatever the log says',
    change: ["if (verdict === 'miss') {", "if (verdict === ('never' as string)) {"],
  },
  {
    file: 'read-memory.ts',
    mistake: 'stamps a value of a later publish with an earlier pulse, and so believes in it for ever',
    change: ["if (verdict === 'revalidated') this", "if (verdict !== 'hit') this"],
  },
  {
    file: 'read-memory.ts',
    mistake: 'remembers what is older than the log says',
    change: ['if (whyReadsAreDoubtful([[key, read.fingerprint]], pulse, now) !== null) return;', ''],
  },
  {
    file: 'read-memory.ts',
    mistake: 'lets what was read under an earlier pulse replace what was read under a later',
    change: ['if (!later) this', 'this'],
  },
];
