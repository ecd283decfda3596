export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
  /** `X-Forwarded-For` as it came: whom the caller speaks for. */
  readonly clientAddress?: string;
}

export interface StatsSnapshot {
  readonly total: number;
  readonly byRoute: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly inFlight: number;
  readonly highestInFlight: number;
  readonly log: readonly LoggedRequest[];
}

const LOG_LENGTH = 500;

/** Counts API requests; control and media requests are not counted. */
export class RequestStats {
  total = 0;
  inFlight = 0;
  highestInFlight = 0;
  byRoute: Record<string, number> = {};
  byStatus: Record<string, number> = {};
  /** The last 500 requests, oldest first. */
  log: LoggedRequest[] = [];

  begin(): void {
    this.total++;
    this.inFlight++;
    this.highestInFlight = Math.max(this.highestInFlight, this.inFlight);
  }

  end(request: LoggedRequest): void {
    this.inFlight--;
    this.byRoute[request.route] = (this.byRoute[request.route] ?? 0) + 1;
    this.byStatus[request.status] = (this.byStatus[request.status] ?? 0) + 1;
    this.log.push(request);
    if (this.log.length > LOG_LENGTH) this.log.shift();
  }

  /** Starts counting anew; requests under way stay counted as in flight. */
  reset(): void {
    this.total = 0;
    this.highestInFlight = this.inFlight;
    this.byRoute = {};
    this.byStatus = {};
    this.log = [];
  }

  snapshot(): StatsSnapshot {
    const { total, byRoute, byStatus, inFlight, highestInFlight, log } = this;
    return {
      total,
      byRoute: { ...byRoute },
      byStatus: { ...byStatus },
      inFlight,
      highestInFlight,
      log: [...log],
    };
  }
}
