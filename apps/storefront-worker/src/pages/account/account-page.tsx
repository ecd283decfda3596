import type { Child } from 'hono/jsx';
import { AccountMenu, type AccountPart } from '../../components/account/account-menu.js';
import { Notice } from '../../components/account/notice.js';
import { ProblemNote } from '../../components/form/problem-note.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

/** What is around the content of an account's page. */
export interface AccountPageView {
  title: string;
  /** What was just done. */
  notice?: string | undefined;
  problem?: Problem | null | undefined;
}

/** A page of somebody who has signed in: the menu of the account beside it. */
export function accountPage(
  shop: Shop,
  { title, notice, problem = null, part, body }: AccountPageView & { part: AccountPart; body: Child },
): PageContent {
  return {
    ...pageAround(title, problem),
    body: (
      <div class="page-width account">
        <AccountMenu shop={shop} part={part} />
        <div class="account-content">
          <h1 class="page-title">{title}</h1>
          <Notice text={notice} />
          <ProblemNote problem={problem} />
          {body}
        </div>
      </div>
    ),
  };
}

/** A page with one form, for anybody. */
export function formPage({
  title,
  notice,
  problem = null,
  body,
}: AccountPageView & { body: Child }): PageContent {
  return {
    ...pageAround(title, problem),
    body: (
      <div class="page-width form-page">
        <h1 class="page-title">{title}</h1>
        <Notice text={notice} />
        <ProblemNote problem={problem} />
        {body}
      </div>
    ),
  };
}

function pageAround(title: string, problem: Problem | null): Omit<PageContent, 'body'> {
  return { status: problem?.status ?? 200, title, canonical: null, crumbs: [], structuredData: [] };
}
