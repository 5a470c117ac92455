import { createContext, type LoaderFunctionArgs, type ServerBuild } from 'react-router';
import { describe, expect, test } from 'vitest';
import type { CallApi, ReportError } from '#web/context.ts';
import { answerPage } from './page-handler.ts';

const apiContext = createContext<CallApi>();
const reportContext = createContext<ReportError>();

/** The smallest build there is: one page whose loader does what the test says. */
function pagesWith(loader: (args: LoaderFunctionArgs) => Promise<Response>): ServerBuild {
  return {
    entry: {
      module: {
        apiContext, reportContext,
        default: () => new Response('rendered'),
        handleError: (error: unknown, { request, context }: LoaderFunctionArgs) => context.get(reportContext)(error, request),
      },
    },
    routes: { page: { id: 'page', path: 'page', module: { loader } } },
    assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
    assetsBuildDirectory: '', basename: '/', future: {}, isSpaMode: false, prerender: [], publicPath: '/', routeDiscovery: { mode: 'initial' }, ssr: true,
  } as unknown as ServerBuild;
}

const page = () => new Request('http://site.test/page', { headers: { Cookie: 'session=1' } });
const nobody: ReportError = () => {};

describe('a page', () => {
  test('reaches the API in-process', async () => {
    const pages = pagesWith(async ({ context }) => context.get(apiContext)(new Request('http://site.test/api/v1/public/session')));
    const reply = await answerPage(pages, { request: page(), mode: 'production', report: nobody, callApi: async (request) => Response.json({ path: new URL(request.url).pathname }) });
    expect(await reply.json()).toEqual({ path: '/api/v1/public/session' });
  });

  test('hands on every cookie the API set while it was made, once', async () => {
    const pages = pagesWith(async ({ context }) => {
      await Promise.all([1, 2].map(() => context.get(apiContext)(new Request('http://site.test/api/v1/x'))));
      return new Response('done', { headers: { 'Set-Cookie': 'own=1' } });
    });
    const reply = await answerPage(pages, { request: page(), mode: 'production', report: nobody, callApi: async () => new Response('{}', { headers: { 'Set-Cookie': 'session=2; HttpOnly' } }) });
    expect(reply.headers.getSetCookie()).toEqual(['own=1', 'session=2; HttpOnly']);
  });

  test('that breaks is reported with its request and answered without its stack', async () => {
    const heard: string[] = [];
    const pages = pagesWith(() => Promise.reject(new Error('secret detail')));
    const reply = await answerPage(pages, { request: page(), mode: 'production', callApi: async () => new Response(), report: (error, request) => heard.push(`${String(error)} ${request.url}`) });
    expect(reply.status).toBe(500);
    expect(heard).toEqual(['Error: secret detail http://site.test/page']);
    expect(await reply.text()).not.toContain('secret detail');
  });
});
