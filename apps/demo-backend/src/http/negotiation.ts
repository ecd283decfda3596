import { ApiError } from './api-error.js';

export type Format = 'application/ld+json' | 'application/json';

interface Range {
  readonly type: string;
  readonly quality: number;
}

function ranges(accept: string): Range[] {
  return accept
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return { type, quality: q === undefined ? 1 : Number(q.slice(2)) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
}

/** The format of an answer: ld+json unless plain JSON is asked for; 406 when neither is acceptable. */
export function negotiate(accept: string | null): Format {
  if (accept === null || accept.trim() === '') return 'application/ld+json';
  for (const { type } of ranges(accept)) {
    if (type === '*/*' || type === 'application/*' || type === 'application/ld+json')
      return 'application/ld+json';
    if (type === 'application/json') return 'application/json';
  }
  throw new ApiError(
    406,
    `Requested format "${accept}" is not supported. Supported MIME types are "application/ld+json", "application/json".`,
  );
}
