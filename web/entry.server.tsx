import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from 'react-router';
import { reportContext } from './context.ts';

export { apiContext, reportContext } from './context.ts';

/** A page that has not finished streaming by then is cut off, milliseconds. */
export const streamTimeout = 10_000;

/** Renders a page. The reply starts when everything outside a suspended part is ready. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Promise((resolve, reject) => {
    let started = false;
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={page} url={request.url} />, {
      onShellReady() {
        started = true;
        const body = new PassThrough({ final: (done) => (clearTimeout(timer), done()) });
        pipe(body);
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      },
      onShellError: reject,
      onError(error) {
        // Before the shell is out the error reaches `handleError` by rejection; later nobody else would hear of it.
        if (started) context.get(reportContext)(error, request);
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}

/** Records what broke; a page that does not exist and a visitor who left are not errors. */
export function handleError(error: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.get(reportContext)(error, request);
}
