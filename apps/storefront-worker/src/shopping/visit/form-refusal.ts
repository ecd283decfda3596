import type { Problem } from './problem.js';

/** What was filled in cannot be sent to the shop as it is: nothing was. */
export class FormRefusal extends Error {
  override readonly name = 'FormRefusal';

  /**
   * @param code for scripts, as a refusal's reason.
   * @param message for the shopper, in the store's language.
   * @param fields names of the form's fields that it is about.
   */
  constructor(
    readonly code: string,
    message: string,
    readonly fields: readonly string[] = [],
  ) {
    super(message);
  }

  get problem(): Problem {
    const { code, message, fields } = this;
    return { message, status: 422, code, fields };
  }
}
