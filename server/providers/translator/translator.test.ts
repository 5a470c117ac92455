import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { deepLTranslator } from './deepl.ts';
import { libreTranslator } from './libre.ts';
import { openAiTranslator } from './openai.ts';
import type { TranslatorOptions } from './translator.ts';

type Reply = Readonly<{ status: number; body: string; delayMs?: number }>;
const request = { texts: ['玻璃花瓶30cm', '茶杯'], to: 'en-US', glossary: { 花瓶: 'vase' } } as const;
const quick: TranslatorOptions = { timeoutMs: 300, retries: 2, budgetCharacters: 1000, wait: async () => undefined };
const open: Server[] = [];

/** A server that answers the given replies in turn and keeps what it was asked. */
async function serve(...replies: readonly Reply[]): Promise<{ url: string; asked: { path: string; body: string; authorization: string | undefined }[] }> {
  const asked: { path: string; body: string; authorization: string | undefined }[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (part) => (body += String(part)));
    incoming.on('end', () => {
      const reply = replies[Math.min(asked.length, replies.length - 1)];
      asked.push({ path: incoming.url ?? '', body, authorization: incoming.headers.authorization });
      setTimeout(() => outgoing.writeHead(reply?.status ?? 500, { 'content-type': 'application/json' }).end(reply?.body), reply?.delayMs ?? 0);
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const good = ['Glass Vase, 30 cm', 'Tea Cup'];
const PROTOCOLS = [
  ['openai', JSON.stringify({ choices: [{ message: { content: JSON.stringify({ texts: good }) } }] }), '/chat/completions', (url: string) => openAiTranslator({ baseUrl: url, apiKey: 'k', model: 'm' }, quick)],
  ['deepl', JSON.stringify({ translations: good.map((text) => ({ text })) }), '/v2/translate', (url: string) => deepLTranslator({ baseUrl: url, apiKey: 'k' }, quick)],
  ['libretranslate', JSON.stringify({ translatedText: good }), '/translate', (url: string) => libreTranslator({ baseUrl: url, apiKey: null }, quick)],
] as const;

describe.each(PROTOCOLS)('%s', (_name, body, path, connect) => {
  test('translates over its own protocol, in order', async () => {
    const { url, asked } = await serve({ status: 200, body });
    expect(await connect(url).translate(request)).toEqual({ ok: true, value: good });
    expect(asked[0]?.path).toBe(path);
    expect(asked[0]?.body).toContain('玻璃花瓶30cm');
  });
  test('asks again after 429 and 503', async () => {
    const { url, asked } = await serve({ status: 429, body: '{}' }, { status: 503, body: '' }, { status: 200, body });
    expect(await connect(url).translate(request)).toMatchObject({ ok: true });
    expect(asked).toHaveLength(3);
  });
  test('gives up on a server that never answers in time, and says so', async () => {
    const { url } = await serve({ status: 200, body, delayMs: 1500 });
    expect(await connect(url).translate(request)).toMatchObject({ ok: false, problem: { code: 'translator_unreachable', facts: { attempts: 3 } } });
  });
  test('does not ask again when the key is refused', async () => {
    const { url, asked } = await serve({ status: 403, body: '{}' });
    expect(await connect(url).translate(request)).toMatchObject({ ok: false, problem: { code: 'translator_refused' } });
    expect(asked).toHaveLength(1);
  });
  test('refuses nonsense and a wrong number of texts', async () => {
    const { url } = await serve({ status: 200, body: '{"hello":"world"}' });
    expect(await connect(url).translate(request)).toMatchObject({ ok: false, problem: { code: 'translator_nonsense' } });
  });
  test('sends nothing beyond its budget', async () => {
    const { url, asked } = await serve({ status: 200, body });
    expect(await connect(url).translate({ ...request, texts: ['长'.repeat(2000)] })).toMatchObject({ ok: false, problem: { code: 'translator_over_budget' } });
    expect(asked).toHaveLength(0);
  });
});
