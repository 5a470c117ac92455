import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMerchantKey } from '#contract/accounts.ts';
import { addMember, listMembers, removeMember } from '#contract/members.ts';
import { getSwitches } from '#contract/switches.ts';
import { listProducts } from '#contract/products.ts';
import { registerMerchant } from '#contract/session.ts';
import { openVisitor, type Visitor } from '#demo/journey/visitor.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';

let served: ServedMarketplace;
let owner: Visitor;
let staff: Visitor;

beforeAll(async () => {
  served = await serveMarketplace();
  owner = openVisitor(served.transport, served.origin);
  staff = openVisitor(served.transport, served.origin);
  await owner.call(registerMerchant, { body: { shopName: '两人小店', personName: '店主', city: '泉州', email: 'owner@demo.example', password: 'owner-password' } });
  await owner.signIn('owner@demo.example', 'owner-password');
  await owner.call(addMember, { body: { name: '小王', email: 'staff@demo.example', password: 'staff-password' } });
  await staff.signIn('staff@demo.example', 'staff-password');
});
afterAll(() => served.close());

test('staff do the daily work of the same shop', async () => {
  expect((await staff.call(getSwitches)).shop).toBeNull();
  expect((await staff.call(listMembers)).items.map((member) => member.role)).toEqual(['owner', 'staff']);
});

test('staff make neither members nor keys', async () => {
  expect(await staff.ask(addMember, { body: { name: '小李', email: 'third@demo.example', password: 'third-password' } })).toMatchObject({ ok: false, code: 'owner_only' });
  expect(await staff.ask(createMerchantKey, { body: { name: 'mine' } })).toMatchObject({ ok: false });
});

test('a key of the shop reads what the shop reads, until the owner takes it back', async () => {
  const { secret } = await owner.call(createMerchantKey, { body: { name: 'erp' } });
  const asProgram = (path: string) => fetch(`${served.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await asProgram('/merchant/products')).status).toBe(200);
  expect((await asProgram('/operator/overview')).status).toBe(403);
  expect((await fetch(`${served.origin}/api/v1/merchant/products`, { headers: { authorization: 'Bearer pk_invented' } })).status).toBe(401);
});

test('a removed member’s session opens nothing from that moment on', async () => {
  const { items } = await owner.call(listMembers);
  const userId = items.find((member) => member.role === 'staff')?.userId ?? '';
  await owner.call(removeMember, { params: { userId } });
  expect(await staff.ask(listProducts)).toMatchObject({ ok: false, status: 401 });
});
