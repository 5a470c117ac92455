import { Hono } from 'hono';
import { refuse, type Result } from '#core/result.ts';
import { toProblem } from '../errors.ts';
import { readAtMost } from './body.ts';

/** Takes one message of a provider as it came; answers what came of it in a word. */
export type ReceiveMessage = (provider: string, body: string, headers: Headers) => Promise<Result<string>>;

/** `POST /webhooks/{what}/{provider}`. A webhook's shape is the provider's, so it is no route of the contract. */
export function providerWebhooks(what: string, bytesMax: number, receive: ReceiveMessage): Hono {
  const app = new Hono();
  app.post(`/webhooks/${what}/:provider`, async (c) => {
    const bytes = await readAtMost(c.req.raw, bytesMax);
    const answered = bytes === null ? refuse('too_large', { limit: `${bytesMax / 1024} KB` }) : await receive(c.req.param('provider'), new TextDecoder().decode(bytes), c.req.raw.headers);
    if (answered.ok) return c.json({ received: true, outcome: answered.value });
    const problem = toProblem(answered.problem, 'en', 'webhook');
    return c.json(problem, { status: problem.status as 400, headers: { 'content-type': 'application/problem+json' } });
  });
  return app;
}
