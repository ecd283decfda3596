/**
 * What V8 is told in both runtimes: an isolate of Cloudflare's may use 128 MB
 * (https://developers.cloudflare.com/workers/platform/limits/#memory). Without a limit V8 lets garbage lie in
 * proportion to the machine's memory.
 */
export const HEAP_LIMIT_FLAG = '--max-heap-size=128';
