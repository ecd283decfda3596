/** Beside the demo backend's own controls: its catalogue, carts, faults and counts are as they were when it started. */
export const START_OVER_PATH = '/_control/start-over';
