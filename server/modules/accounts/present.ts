import type { z } from 'zod';
import type { apiKey, notification } from '#contract/accounts.ts';
import { localText } from '#contract/shapes.ts';
import type { IdOf } from '#core/ids/id.ts';

export type ApiKey = z.output<typeof apiKey>;
export type Notification = z.output<typeof notification>;

export function presentApiKey(row: { id: IdOf<'apiKey'>; name: string; hint: string; createdAt: Date; lastUsedAt: Date | null; revokedAt: Date | null }): ApiKey {
  return { id: row.id, name: row.name, hint: row.hint, createdAt: row.createdAt.toISOString(), lastUsedAt: row.lastUsedAt?.toISOString() ?? null, revokedAt: row.revokedAt?.toISOString() ?? null };
}

export function presentNotification(row: { id: IdOf<'notification'>; at: Date; text: unknown; path: string | null; readAt: Date | null }): Notification {
  return { id: row.id, at: row.at.toISOString(), text: localText.parse(row.text), path: row.path, readAt: row.readAt?.toISOString() ?? null };
}
