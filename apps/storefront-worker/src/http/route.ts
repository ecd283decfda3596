import type { Context, Handler } from 'hono';
import type { HonoBase } from 'hono/hono-base';
import type { Environment } from '../environment.js';
import { RequestError } from './request-error.js';

export type App = HonoBase<{ Bindings: Environment }>;
export type RouteContext = Context<{ Bindings: Environment }>;
export type RouteHandler = Handler<{ Bindings: Environment }>;

/** Adds a path that knows one method; a GET answers HEAD as well, any other method is told what would work. */
export function addRoute(app: App, method: 'GET' | 'POST', path: string, handler: RouteHandler): void {
  app.on(method, path, handler);
  app.all(path, (context) => {
    throw methodNotAllowed(context, [method]);
  });
}

/** The error for a method that an address does not know; a GET answers HEAD as well. */
export function methodNotAllowed({ req }: RouteContext, methods: readonly string[]): RequestError {
  const known = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const message = `${req.path} answers ${methods.join(' and ')}, not ${req.method}.`;
  return new RequestError(405, 'method_not_allowed', message, { Allow: known.join(', ') });
}
