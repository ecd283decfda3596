/** A KV namespace that takes down what it is asked for together with metadata, as records and pulses are. */
export class CountedKv {
  /** To be bound in place of the real one. */
  readonly namespace: KVNamespace;
  /** The keys of each read, in the order of the reads. */
  readonly reads: string[][] = [];

  constructor(kv: KVNamespace) {
    const reads = this.reads;
    this.namespace = new Proxy(kv, {
      get(target, name) {
        const method = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...call: [string | string[], ...unknown[]]) => {
          if (name === 'getWithMetadata') reads.push([call[0]].flat());
          return Reflect.apply(method, target, call);
        };
      },
    });
  }
}
