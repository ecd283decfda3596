/** What a deployment says of a run that is under way. */
export function progressAnswer(inKv: number, stage = 'product-details') {
  return {
    state: 'running',
    type: 'full',
    createdAt: '2026-11-27T12:00:00.000Z',
    products: { listed: 200, inKv },
    run: 'run-1',
    stores: [
      {
        code: 'en',
        run: 'run-1',
        state: 'running',
        stage,
        products: { listed: 200, inKv },
        written: inKv,
        deleted: 0,
        failed: 0,
      },
    ],
  };
}

/** What a deployment says of a run that has ended. */
export function resultAnswer(fields: object = {}) {
  return {
    state: 'succeeded',
    type: 'full',
    createdAt: '2026-11-27T12:00:00.000Z',
    products: { listed: 200, inKv: 200 },
    success: true,
    synced: { products: 200 },
    duration: '4.2s',
    stores: [
      {
        code: 'en',
        run: 'run-1',
        state: 'succeeded',
        synced: { products: 200 },
        written: 1_203,
        unchanged: 7,
        deleted: 2,
        deferred: 0,
        failed: 0,
        duration: '4.0s',
      },
    ],
    written: 1_203,
    unchanged: 7,
    deleted: 2,
    retrying: [],
    deferred: 0,
    pulse: 'cdee016e70f046e36ba53ccfbe30becb',
    run: 'run-1',
    ...fields,
  };
}

/** The same of a run that failed. */
export function failedAnswer() {
  return resultAnswer({
    state: 'failed',
    success: false,
    error: 'sync_failed',
    message: 'Store en, product 7: GET /products/7 was answered 500',
    failed: [{ store: 'en', entity: 'products', id: 7, reason: 'GET /products/7 was answered 500' }],
    retrying: [{ store: 'en', entity: 'product', id: 7, at: '2026-11-27T12:05:00.000Z' }],
  });
}

/** Server-sent events as text. */
export function eventText(...events: { event: string; id: string; data: unknown }[]): string {
  return [
    'retry: 10\n\n',
    ': still here\n\n',
    ...events.map(({ event, id, data }) => `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`),
  ].join('');
}
