import { StatusDocument } from '../status/status-document.js';

export interface SignInPageProps {
  /** Why the last attempt did not succeed. */
  problem?: string;
}

/** Asks for the sync secret. */
export function SignInPage({ problem }: SignInPageProps) {
  return (
    <StatusDocument title="sign in" lead="The runs of the sync, for those who know its secret.">
      <form class="card" method="post" action="/sync/dashboard/sign-in">
        <h2>Sign in</h2>
        {problem !== undefined && (
          <p class="state-failed" role="alert">
            {problem}
          </p>
        )}
        <p>
          <label for="secret">Sync secret</label>
          <input id="secret" name="secret" type="password" autocomplete="current-password" required />
        </p>
        <p>
          <button type="submit">Sign in</button>
        </p>
        <p>It is the SYNC_SECRET of this Worker. You stay signed in for two hours.</p>
      </form>
    </StatusDocument>
  );
}
