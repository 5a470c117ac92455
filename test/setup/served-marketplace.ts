import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { castStaff, DEMO_PASSWORD } from '#demo/load/accounts.ts';
import type { Staff } from '#demo/journey/story.ts';
import type { Transport } from '#demo/journey/visitor.ts';
import { apiAppOf } from '#server/api-app.ts';
import { openMarketplace, type Marketplace } from '#server/open-marketplace.ts';
import type { Clock } from '#server/platform/clock.ts';
import { openLogger } from '#server/platform/logging.ts';
import { createTestDatabase } from './test-database.ts';

/** A marketplace on a database of its own, served over a real socket. */
export type ServedMarketplace = Readonly<{ marketplace: Marketplace; origin: string; transport: Transport; staff: Staff; close: () => Promise<void> }>;

/** Serves it by the machine's clock, or by one that the test moves. */
export async function serveMarketplace(options: Readonly<{ clock?: Clock }> = {}): Promise<ServedMarketplace> {
  const database = await createTestDatabase();
  const marketplace = await openMarketplace({ connection: database.connection, migrated: true, log: openLogger('error'), ...options });
  const cast = await castStaff(marketplace);
  const app = apiAppOf(marketplace);
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => resolve({ server: listening, port: info.port }));
  });
  const login = (email: string | null) => ({ email: email ?? '', password: DEMO_PASSWORD });
  return {
    marketplace, origin: `http://127.0.0.1:${port}`, transport: (request) => fetch(request),
    staff: { operator: login(cast.operator.email), hub: login(cast.hub.email), creator: login(cast.creator.email) },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await marketplace.close();
      await database.drop();
    },
  };
}
