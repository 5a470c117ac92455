import type { Context } from '#server/platform/operation.ts';
import { presentNotification, type Notification } from './present.ts';

/** What a merchant should know, newest first. Rows are written by the notifier from event rows. */
export async function listNotifications({ tx }: Context, query: Readonly<{ cursor?: string | undefined; limit: number }>): Promise<{ items: Notification[]; nextCursor: string | null; unread: number }> {
  let select = tx.selectFrom('notification').selectAll().orderBy('id', 'desc').limit(query.limit + 1);
  const cursor = query.cursor;
  if (cursor !== undefined) select = select.where((where) => where(where.cast<string>('id', 'text'), '<', cursor));
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  return { items: page.map(presentNotification), nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null, unread: await countUnread({ tx }) };
}

async function countUnread({ tx }: Pick<Context, 'tx'>): Promise<number> {
  const row = await tx.selectFrom('notification').select((select) => select.fn.countAll<bigint>().as('unread')).where('readAt', 'is', null).executeTakeFirstOrThrow();
  return Number(row.unread);
}

export async function readNotifications({ tx, at }: Context): Promise<{ unread: number }> {
  await tx.updateTable('notification').set({ readAt: at }).where('readAt', 'is', null).execute();
  return { unread: 0 };
}
