import type { z } from 'zod';
import type { ErrorCode } from './error.ts';

/** Who may reach a route. What an audience may not do has no route for it. */
export const AUDIENCES = ['public', 'buyer', 'merchant', 'operator', 'hub', 'creator'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * One operation of the API, as a value: the server implements it, the web and the command line call it, OpenAPI prints it.
 * `path` is below `/api/v1`, with parameters in braces. A `command` changes state; `idempotent: true` demands an `Idempotency-Key`
 * (every command that moves money or stock). A `secret` command takes or answers something that must never be stored, so it is not replayed. `media` names a reply that is not JSON; a `binary` body is a raw upload.
 */
export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = Readonly<{
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/${string}`;
  audience: Audience;
  summary: string;
  params: Params;
  query: Query;
  body: Body;
  reply: Reply;
  command: boolean;
  idempotent: boolean;
  secret: boolean;
  binary: boolean;
  media: string | null;
  errors: readonly ErrorCode[];
}>;

type Spec<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType> = Pick<
  Route<Params, Query, Body, Reply>,
  'id' | 'method' | 'path' | 'audience' | 'summary' | 'params' | 'query' | 'body' | 'reply'
> &
  Readonly<{ command?: boolean; idempotent?: boolean; secret?: boolean; binary?: boolean; media?: string; errors?: readonly ErrorCode[] }>;

/** Completes a route's optional parts. Everything but GET is a command, unless it says that it only asks (`command: false`). */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType>(
  spec: Spec<Params, Query, Body, Reply>,
): Route<Params, Query, Body, Reply> {
  return {
    ...spec,
    command: spec.command ?? spec.method !== 'GET',
    idempotent: spec.idempotent ?? false,
    secret: spec.secret ?? false,
    binary: spec.binary ?? false,
    media: spec.media ?? null,
    errors: spec.errors ?? [],
  };
}

/** What a caller sends. */
export type RouteInput<R extends Route> = Readonly<{
  params: z.input<R['params']>;
  query: z.input<R['query']>;
  body: z.input<R['body']>;
}>;

/** What a handler receives after validation. */
export type RouteCall<R extends Route> = Readonly<{
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: z.output<R['body']>;
}>;

/** What a caller gets back. */
export type RouteReply<R extends Route> = z.output<R['reply']>;
