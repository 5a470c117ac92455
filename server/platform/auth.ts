import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from './database/connection.ts';
import { readAtMost } from './http/body.ts';

/** The header in which the HTTP layer puts the caller's address, after dropping any that came from outside. */
export const CLIENT_ADDRESS_HEADER = 'x-app-client-ip';

/** Sign-in by email and password. Roles live in our own `principal` table, so a session alone opens nothing. */
export function authOptions(db: Db, secret: string, origins: readonly string[] = []): BetterAuthOptions {
  return {
    secret,
    database: { db: db.withoutPlugins(), type: 'postgres' },
    emailAndPassword: { enabled: true, minPasswordLength: 10, autoSignIn: true },
    basePath: '/api/auth',
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      return host === null || host === undefined ? [...origins] : [...origins, `http://${host}`, `https://${host}`];
    },
    // Said here, for the library leaves the check of the origin out wherever it believes to be under test.
    advanced: { ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] }, cookiePrefix: 'pilotage', disableOriginCheck: false, disableCSRFCheck: false },
    rateLimit: { enabled: true, window: 60, max: 300, customRules: { '/sign-in/email': { window: 60, max: 30 } } },
    telemetry: { enabled: false },
    logger: { disabled: true },
  };
}

export type Auth = ReturnType<typeof openAuth>;

export function openAuth(db: Db, secret: string, origins: readonly string[] = []) {
  return betterAuth(authOptions(db, secret, origins));
}

/** An address and a password; the library would read whatever is sent to its end. */
const SIGN_IN_BYTES_MAX = 16 * 1024;

/** What the library offers over HTTP. Accounts are made by our own routes only, each with what it is for. */
const OFFERED = new Set(['/api/auth/sign-in/email', '/api/auth/sign-out']);

/** Answers a request below `/api/auth`; 404 for everything the marketplace does not use. */
export async function answerAuth(auth: Auth, request: Request): Promise<Response> {
  if (!OFFERED.has(new URL(request.url).pathname)) return new Response(null, { status: 404 });
  if (request.body === null) return auth.handler(request);
  const body = await readAtMost(request, SIGN_IN_BYTES_MAX);
  return body === null ? new Response(null, { status: 413 }) : auth.handler(new Request(request.url, { method: request.method, headers: request.headers, body: Buffer.from(body) }));
}

/**
 * Makes a sign-in by email and password within the caller's transaction, as the library would write it: a command that is
 * refused afterwards leaves no address taken. Answers the user's id, or null when the address is taken.
 */
export async function writeSignIn(tx: Tx, auth: Auth, at: Date, input: Readonly<{ name: string; email: string; password: string }>): Promise<string | null> {
  const hash = await (await auth.$context).password.hash(input.password);
  const id = randomUUID();
  const plain = tx.withoutPlugins();
  const { rows } = await sql<{ id: string }>`insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt") values (${id}, ${input.name}, ${input.email.toLowerCase()}, false, ${at}, ${at}) on conflict ("email") do nothing returning "id"`.execute(plain);
  if (rows.length === 0) return null;
  await sql`insert into "account" ("id", "userId", "accountId", "providerId", "password", "createdAt", "updatedAt") values (${randomUUID()}, ${id}, ${id}, 'credential', ${hash}, ${at}, ${at})`.execute(plain);
  return id;
}
