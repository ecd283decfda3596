/** The probe's Worker, wherever it runs. */
export interface ProbeTarget extends AsyncDisposable {
  /** What results are worth: an account's, or those of an emulation. */
  readonly kind: 'deployed' | 'local';
  /** Hosts it answers on, the first being the one that is used. */
  readonly origins: readonly URL[];
  fetch(url: URL, init: { method: string; headers: Record<string, string> }): Promise<Response>;
  readonly secret: string;
  /** Deploys the Worker anew, as it is. */
  redeploy(): Promise<void>;
}

/** What a probe is done with. */
export interface ProbeTools {
  target: ProbeTarget;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** A name that no probe has used before. */
  newKey: () => string;
}

/** What a probe found. */
export interface Finding {
  /** In words, with figures. */
  measured: string;
  /** Whether what the storefront relies on holds; null where that cannot be told here. */
  holds: boolean | null;
}

export interface Probe {
  name: string;
  /** What the storefront relies on. */
  assumption: string;
  measure: (tools: ProbeTools) => Promise<Finding>;
}
