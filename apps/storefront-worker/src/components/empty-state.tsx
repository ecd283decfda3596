import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.js';

export interface EmptyStateProps {
  icon: IconName;
  title: string;
  /** `h1` where nothing else on the page is its heading. */
  titleAs?: 'h1' | 'p';
  hint: string;
  /** What to do next: links or a form. */
  children?: Child;
}

/** Says that there is nothing here, and what to do next. */
export function EmptyState({ icon, title, titleAs: Title = 'p', hint, children }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <span class="empty-state-sign">
        <Icon name={icon} class="size-8" />
      </span>
      <Title class="empty-state-title">{title}</Title>
      <p class="empty-state-hint">{hint}</p>
      {children}
    </div>
  );
}
