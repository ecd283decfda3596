import type { Child } from 'hono/jsx';

export interface CheckoutStepProps {
  /** The step's anchor. */
  id: string;
  title: string;
  /** `done` is folded away behind what was chosen, `later` cannot be opened yet. */
  state: 'open' | 'done' | 'later';
  /** What was chosen, for a step that is done. */
  chosen?: Child;
  /** What opens a step that is done. */
  change: string;
  /** Why a step cannot be opened yet. */
  hint: string;
  children?: Child;
}

/** A step of the checkout. One that is done can be opened again, without a script. */
export function CheckoutStep({ id, title, state, chosen, change, hint, children }: CheckoutStepProps) {
  return (
    <section id={id} class="checkout-step" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} class="checkout-step-title" data-state={state}>
        {title}
      </h2>
      {state === 'open' && children}
      {state === 'later' && <p class="option-hint">{hint}</p>}
      {state === 'done' && (
        <>
          <div class="checkout-chosen">{chosen}</div>
          <details>
            <summary class="checkout-change">
              {change}
              <span class="sr-only"> ({title})</span>
            </summary>
            {children}
          </details>
        </>
      )}
    </section>
  );
}
