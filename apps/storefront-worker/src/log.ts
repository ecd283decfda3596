/** Writes one event for Workers Logs, which indexes the fields of a JSON line. Never hand it a secret. */
export function logError(event: string, fields: Record<string, string | number | null>): void {
  // biome-ignore lint/suspicious/noConsole: the console is how a Worker logs.
  console.error(JSON.stringify({ event, ...fields }));
}
