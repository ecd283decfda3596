/** A shopper asks for something of theirs that is not there, or is another's: the route answers with the 404 page. */
export class NotThereError extends Error {
  readonly code = 'not_there';
  readonly retryable = false;

  constructor(what: string) {
    super(`The shopper has no such ${what}.`);
    this.name = 'NotThereError';
  }
}
