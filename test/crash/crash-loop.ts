import { listHistory } from '#contract/accounts.ts';
import { getOrder } from '#contract/orders.ts';
import { getLedgerProof } from '#contract/statements.ts';
import { isId, type IdOf } from '#core/ids/id.ts';
import { walkJourney } from '#demo/journey/journey.ts';
import { openVisitor } from '#demo/journey/visitor.ts';
import { DEMO_PASSWORD } from '#demo/load/accounts.ts';
import { embeddedCrashServer } from './crash-server.ts';

/** Kills a running server again and again while journeys are walked on it, and looks after each restart at what was acknowledged. */

export type CrashReport = Readonly<{ kills: number; acknowledged: number; lost: readonly string[]; unbalanced: number; ordersWithoutEvent: readonly string[]; journeysFinished: number }>;

export const STAFF = { operator: { email: 'operator@demo.example', password: DEMO_PASSWORD }, hub: { email: 'hub@demo.example', password: DEMO_PASSWORD }, creator: { email: 'author-journey@demo.example', password: DEMO_PASSWORD } };

export async function crashLoop(kills: number): Promise<CrashReport> {
  const server = await embeddedCrashServer();
  const { origin } = server;
  const acknowledged = new Set<IdOf<'order'>>();
  const report = { lost: new Set<string>(), ordersWithoutEvent: new Set<string>(), unbalanced: 0, journeysFinished: 0 };
  // Notes every order whose acknowledgement reached the caller, whatever became of the journey afterwards.
  const transport = async (request: Request): Promise<Response> => {
    const reply = await fetch(request);
    if (!reply.ok || !/\/checkouts\/[^/]+\/order$/.test(new URL(request.url).pathname)) return reply;
    const body: unknown = await reply.clone().json();
    if (typeof body === 'object' && body !== null && 'orderId' in body && typeof body.orderId === 'string' && isId('order', body.orderId)) acknowledged.add(body.orderId);
    return reply;
  };
  try {
    await server.start();
    for (let kill = 0; kill < kills; kill += 1) {
      const walking = walkJourney(transport, origin, STAFF, crypto.randomUUID(), () => undefined).then(() => (report.journeysFinished += 1)).catch(() => undefined);
      await Promise.race([walking, new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 5_000))]);
      await Promise.all([server.kill(kill % 2 === 1), walking]);
      await server.start();
      await inspect(origin, acknowledged, report);
    }
  } finally {
    await server.remove();
  }
  return { kills, acknowledged: acknowledged.size, lost: [...report.lost], unbalanced: report.unbalanced, ordersWithoutEvent: [...report.ordersWithoutEvent], journeysFinished: report.journeysFinished };
}

async function inspect(origin: string, acknowledged: ReadonlySet<IdOf<'order'>>, report: { lost: Set<string>; ordersWithoutEvent: Set<string>; unbalanced: number }): Promise<void> {
  const operator = openVisitor((request) => fetch(request), origin);
  await operator.signIn(STAFF.operator.email, STAFF.operator.password);
  for (const orderId of acknowledged) {
    const order = await operator.ask(getOrder, { params: { orderId } });
    if (!order.ok) report.lost.add(orderId);
    const history = await operator.call(listHistory, { query: { subject: orderId } });
    if (!history.items.some((entry) => entry.what === 'order_placed')) report.ordersWithoutEvent.add(orderId);
  }
  const proof = await operator.call(getLedgerProof);
  if (!proof.balanced || proof.accounts.some((account) => account.stored !== account.derived)) report.unbalanced += 1;
}
