/** What is asked for. */
export type Command = DeploymentCommand | FillCommand;

/** What is asked of a deployment. */
export type DeploymentCommand =
  | ({ name: 'run'; rebuild: boolean; allowPrune: boolean; follow: boolean } & Part)
  | ({ name: 'diff'; rebuild: boolean; allowPrune: boolean } & Part)
  | { name: 'status'; run: string | null; follow: boolean }
  | { name: 'runs'; store: string | null; limit: number }
  | { name: 'keys'; store: string | null; prefix: string }
  | { name: 'cancel'; run: string };

/** The first sync of a large shop, done from here instead of by a deployment. */
export interface FillCommand {
  name: 'fill';
  /** Store-view codes; none for all that are active. */
  stores: readonly string[];
  /** Where what was done is remembered. */
  indexFolder: string;
  /** Whether to go on although a Worker has synced into the namespace. */
  isForced: boolean;
}

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
