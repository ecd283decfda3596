interface Revised {
  readonly revision: number;
}

/**
 * A store of derived values per catalogue: what was built for a key is kept until an edit moves the revision.
 * Call it once per kind of value, at module level.
 */
export function revisionMemo<T>(): (source: Revised, key: string, build: () => T) => T {
  const memos = new WeakMap<Revised, { revision: number; readonly values: Map<string, T> }>();
  return (source, key, build) => {
    let memo = memos.get(source);
    if (memo === undefined || memo.revision !== source.revision) {
      memo = { revision: source.revision, values: new Map() };
      memos.set(source, memo);
    }
    const known = memo.values.get(key);
    if (known !== undefined) return known;
    const value = build();
    memo.values.set(key, value);
    return value;
  };
}
