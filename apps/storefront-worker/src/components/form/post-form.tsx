import type { Child } from 'hono/jsx';

export interface PostFormProps {
  action: string;
  /** What its button says. */
  send: string;
  /** Id of the title of a form that shares its page with another. */
  labelledBy?: string | undefined;
  /** Below the button: where else to go. */
  after?: Child;
  children?: Child;
}

/** A form of one column: its fields, and the button that sends it. */
export function PostForm({ action, send, labelledBy, after, children }: PostFormProps) {
  return (
    <form class="form" method="post" action={action} aria-labelledby={labelledBy}>
      {children}
      <button type="submit" class="btn btn-primary">
        {send}
      </button>
      {after}
    </form>
  );
}
