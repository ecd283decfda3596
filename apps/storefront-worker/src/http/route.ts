import type { Context, Handler, Hono } from 'hono';
import type { Environment } from '../environment.js';
import { RequestError } from './request-error.js';

export type App = Hono<{ Bindings: Environment }>;
export type RouteContext = Context<{ Bindings: Environment }>;
export type RouteHandler = Handler<{ Bindings: Environment }>;

/** Adds a path that knows one method; a GET answers HEAD as well, any other method is told what would work. */
export function addRoute(app: App, method: 'GET' | 'POST', path: string, handler: RouteHandler): void {
  app.on(method, path, handler);
  app.all(path, (context) => {
    throw methodNotAllowed(context, method);
  });
}

function methodNotAllowed({ req }: RouteContext, method: 'GET' | 'POST'): RequestError {
  return new RequestError(405, 'method_not_allowed', `${req.path} answers ${method}, not ${req.method}.`, {
    Allow: method === 'GET' ? 'GET, HEAD' : method,
  });
}
