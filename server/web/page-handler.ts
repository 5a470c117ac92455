import { createRequestHandler, type RouterContext, RouterContextProvider, type ServerBuild } from 'react-router';
import type { CallApi, ReportError } from '#web/context.ts';

export type Pages = ServerBuild;

type PageRequest = Readonly<{
  request: Request;
  mode: 'production' | 'development';
  callApi: CallApi;
  report: ReportError;
}>;

/**
 * Renders one page request. Cookies that API calls set while the page was made (a renewed session, a sign-in)
 * are handed to the browser with the page, as they would be had the browser called the API itself.
 */
export async function answerPage(pages: Pages, { request, mode, callApi, report }: PageRequest): Promise<Response> {
  const keys = contextKeys(pages);
  const cookies: string[] = [];
  const context = new RouterContextProvider();
  context.set(keys.apiContext, async (call) => {
    const reply = await callApi(call);
    cookies.push(...reply.headers.getSetCookie());
    return reply;
  });
  context.set(keys.reportContext, report);
  return finished(await createRequestHandler(pages, mode)(request, context), cookies);
}

/** Pages are nobody's to frame, and are asked for anew each time: they show money and one person's own things. */
const PAGE_HEADERS = {
  'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-cache',
};

function finished(page: Response, cookies: readonly string[]): Response {
  const headers = new Headers(page.headers);
  for (const [name, value] of Object.entries(PAGE_HEADERS)) if (!headers.has(name)) headers.set(name, value);
  for (const cookie of new Set(cookies)) headers.append('Set-Cookie', cookie);
  return new Response(page.body, { status: page.status, statusText: page.statusText, headers });
}

type ContextKeys = Readonly<{ apiContext: RouterContext<CallApi>; reportContext: RouterContext<ReportError> }>;

/** The keys are those of the loaded build: a key is its identity, and the build holds its own copy of the module. */
function contextKeys(pages: Pages): ContextKeys {
  const entry: unknown = pages.entry.module;
  if (!isContextKeys(entry)) throw new Error('web/entry.server.tsx must export apiContext and reportContext');
  return entry;
}

function isContextKeys(entry: unknown): entry is ContextKeys {
  return typeof entry === 'object' && entry !== null && 'apiContext' in entry && 'reportContext' in entry;
}
