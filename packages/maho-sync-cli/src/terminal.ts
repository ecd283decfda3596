/** Where text goes. */
export interface Output {
  write(text: string): void;
  /** Whether a person sees it as it comes. */
  isTTY: boolean;
  /** Characters in a line; of no meaning where it is no terminal. */
  columns: number;
}

/** All that a command knows of the process it runs in. */
export interface Terminal {
  /** Results. */
  out: Output;
  /** Progress and problems. */
  err: Output;
  environment: Readonly<Record<string, string | undefined>>;
  /** Asks for something that is not shown as it is typed; null where nobody is there to answer. */
  askHidden: ((question: string) => Promise<string>) | null;
  readFile: (path: string) => Promise<string>;
  fetch: typeof fetch;
  /** Epoch ms. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}
