import { Hono } from 'hono';
import { carrierWebhooks } from './modules/hub/carrier-webhooks.ts';
import { paymentWebhooks } from './modules/payments/webhooks.ts';
import type { Marketplace } from './open-marketplace.ts';
import { answerAuth } from './platform/auth.ts';
import { apiOf } from './platform/http/api.ts';

/** The API by itself, without pages: what programs talk to, and what tests and the journey walk through. */
export function apiAppOf({ system, auth, operations }: Marketplace): Hono {
  const app = new Hono();
  app.on(['GET', 'POST'], '/api/auth/*', (c) => answerAuth(auth, c.req.raw));
  app.route('/', paymentWebhooks(system));
  app.route('/', carrierWebhooks(system));
  app.route('/', apiOf(system, auth, operations));
  return app;
}
