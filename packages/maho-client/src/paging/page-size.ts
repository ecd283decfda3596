import { type Query, requestUrl } from '../transport/request-url.js';

/** The page number and size that a request asks for, in its path's query string or in `query`. */
export function askedPage(path: string, query?: Query): { page: number; itemsPerPage: number | undefined } {
  const parameters = new URL(requestUrl('https://maho.invalid', path, query)).searchParams;
  return {
    page: positive(parameters.get('page')) ?? 1,
    itemsPerPage: positive(parameters.get('itemsPerPage')) ?? positive(parameters.get('pageSize')),
  };
}

function positive(sent: string | null): number | undefined {
  const number = Number(sent ?? '');
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
