/** The stand-in's path; its address is the tests' backend's with this behind it. */
export const PAYMENT_PAGE_PATH = '/hosted-payment';

export const PAYMENT_PAGE_SECRET = 'only-the-payment-page-knows';

interface Payment {
  id: string;
  reference: string;
  amount: number;
  currency: string;
  returnUrl: string;
  state: 'open' | 'authorised' | 'refused';
}

/**
 * A payment provider for tests: speaks what `HostedPage` expects, and has a page on which a shopper pays or does not.
 * `GET {page}?decide=pay` and `?decide=cancel` stand for the page's two buttons. `GET …/down` and `…/up` make its calls
 * fail, and work again.
 */
export function paymentPage(): (request: Request) => Promise<Response | null> {
  const payments = new Map<string, Payment>();
  let isDown = false;
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith(PAYMENT_PAGE_PATH)) return null;
    const [kind, id = ''] = pathname.slice(PAYMENT_PAGE_PATH.length + 1).split('/');
    switch (kind) {
      case 'all':
        return Response.json([...payments.values()]);
      case 'down':
      case 'up':
        isDown = kind === 'down';
        return Response.json({ isDown });
      case 'page':
        return decide(payments.get(id), searchParams.get('decide'));
      default:
        return isDown ? refusal(503) : answerCall(payments, request);
    }
  };
}

async function answerCall(payments: Map<string, Payment>, request: Request): Promise<Response> {
  if (request.headers.get('authorization') !== `Bearer ${PAYMENT_PAGE_SECRET}`) return refusal(401);
  const { pathname, origin } = new URL(request.url);
  const [, id, action] = pathname.slice(PAYMENT_PAGE_PATH.length + 1).split('/');
  if (id === undefined) return begin(payments, await request.json(), origin);
  const payment = payments.get(id);
  if (payment === undefined) return refusal(404);
  if (action === 'cancel') payment.state = 'refused';
  return Response.json({ ...payment, data: { payment_id: payment.id } });
}

function refusal(status: 401 | 404 | 503): Response {
  return Response.json({ error: 'refused' }, { status });
}

type Intent = Pick<Payment, 'reference' | 'amount' | 'currency' | 'returnUrl'>;

function begin(payments: Map<string, Payment>, intent: Intent, origin: string): Response {
  const { reference, amount, currency, returnUrl } = intent;
  const known = [...payments.values()].find((payment) => payment.reference === reference);
  const id = known?.id ?? `pay-${payments.size + 1}`;
  if (known === undefined) payments.set(id, { id, reference, amount, currency, returnUrl, state: 'open' });
  return Response.json({ id, page: `${origin}${PAYMENT_PAGE_PATH}/page/${id}` });
}

function decide(payment: Payment | undefined, decision: string | null): Response {
  if (payment === undefined) return new Response('There is no such payment.', { status: 404 });
  if (decision === null) {
    const links = ['pay', 'cancel'].map((what) => `<a href="?decide=${what}">${what}</a>`).join(' ');
    return new Response(`<h1>${payment.amount} ${payment.currency}</h1>${links}`, {
      headers: { 'Content-Type': 'text/html' },
    });
  }
  if (payment.state === 'open') payment.state = decision === 'pay' ? 'authorised' : 'refused';
  return Response.redirect(payment.returnUrl, 303);
}
