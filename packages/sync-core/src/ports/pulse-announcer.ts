/** A store's state after a publish or at the end of a run. */
export interface StoreAnnouncement {
  store: string;
  /** 32 hex. */
  hash: string;
  seq: number;
  /** When the content last changed, ISO, UTC. */
  updatedAt: string;
  /** End of the last run that succeeded, ISO, UTC; null before the first. */
  syncedAt: string | null;
}

/** Tells the deployment of a store's state. Must be idempotent: it may be told the same again. */
export interface PulseAnnouncer {
  announce(state: StoreAnnouncement): Promise<void>;
}
