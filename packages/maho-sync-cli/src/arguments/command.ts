/** What is asked of a deployment. */
export type Command =
  | ({ name: 'run'; rebuild: boolean; allowPrune: boolean; follow: boolean } & Part)
  | ({ name: 'diff'; rebuild: boolean; allowPrune: boolean } & Part)
  | { name: 'status'; run: string | null; follow: boolean }
  | { name: 'runs'; store: string | null; limit: number }
  | { name: 'keys'; store: string | null; prefix: string }
  | { name: 'cancel'; run: string };

/** Null for all. */
interface Part {
  type: string | null;
  store: string | null;
}

export interface Invocation {
  command: Command;
  /** Of the deployment; null where the environment has to tell. */
  url: string | null;
  secretFile: string | null;
  /** Whether the secret may be sent over plain http to another machine. */
  isInsecure: boolean;
  isJson: boolean;
}
