import { expect, test } from 'vitest';
import { ROUTES } from '#contract/api.ts';
import { openMarketplace } from '#server/open-marketplace.ts';
import { openApiOf } from '#server/platform/http/openapi.ts';
import { createTestDatabase } from '#test/setup/test-database.ts';

test('every route of the contract is served, and nothing else is', async () => {
  const database = await createTestDatabase();
  const marketplace = await openMarketplace({ connection: database.connection, migrated: true });
  expect(marketplace.operations.map((operation) => operation.route.id).sort()).toEqual(ROUTES.map((route) => route.id).sort());
  await marketplace.close();
  await database.drop();
});

test('route ids and addresses are unique', () => {
  expect(new Set(ROUTES.map((route) => route.id)).size).toBe(ROUTES.length);
  expect(new Set(ROUTES.map((route) => `${route.method} ${route.path}`)).size).toBe(ROUTES.length);
});

test('a path begins with its audience', () => {
  expect(ROUTES.filter((route) => !route.path.startsWith(`/${route.audience}/`)).map((route) => route.id)).toEqual([]);
});

test('the OpenAPI document names every route and its errors', () => {
  const document = JSON.stringify(openApiOf(ROUTES));
  for (const route of ROUTES) expect(document).toContain(`"operationId":"${route.id}"`);
  expect(document).toContain('"openapi":"3.1.0"');
});
