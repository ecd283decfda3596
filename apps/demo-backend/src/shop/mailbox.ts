/** A mail that a real shop would have sent; what its reader would follow is in `token`. */
export interface Mail {
  readonly kind: 'password-reset' | 'confirmation' | 'order' | 'newsletter' | 'contact';
  readonly to: string;
  readonly from?: string;
  readonly token?: string;
  /** Number of an order. */
  readonly order?: string;
}

const KEPT = 200;

/** The shop's outgoing mail, oldest first; only the last 200 are kept. */
export class Mailbox {
  readonly #mails: Mail[] = [];

  send(mail: Mail): void {
    this.#mails.push(mail);
    if (this.#mails.length > KEPT) this.#mails.shift();
  }

  get mails(): readonly Mail[] {
    return this.#mails;
  }
}
