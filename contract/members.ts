import { z } from 'zod';
import { route } from './route.ts';
import { none } from './shapes.ts';

/** The people of a shop. The owner adds and removes them; staff do the daily work but make no keys and no members. */
export const member = z.object({ userId: z.string(), name: z.string(), email: z.string(), role: z.enum(['owner', 'staff']), self: z.boolean() });

export const listMembers = route({ id: 'listMembers', method: 'GET', path: '/merchant/members', audience: 'merchant', summary: 'Who can sign in to this shop.', params: none, query: none, body: none, reply: z.object({ items: z.array(member), mayChange: z.boolean() }) });
export const addMember = route({
  id: 'addMember', method: 'POST', path: '/merchant/members', audience: 'merchant', summary: 'Lets another person sign in to this shop. For the owner.', params: none, query: none,
  body: z.object({ name: z.string().trim().min(1).max(60), email: z.email(), password: z.string().min(10).max(128) }), reply: member, secret: true, errors: ['email_taken', 'owner_only'],
});
export const removeMember = route({ id: 'removeMember', method: 'DELETE', path: '/merchant/members/{userId}', audience: 'merchant', summary: 'Ends a person’s access at once. For the owner; the owner stays.', params: z.object({ userId: z.string().min(1).max(60) }), query: none, body: none, reply: member, errors: ['not_found', 'owner_only'] });
