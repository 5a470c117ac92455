import type { Route, RouteInput, RouteReply } from '#contract/route.ts';
import { explain } from '#server/platform/errors.ts';
import type { Actor } from '#server/platform/actor.ts';
import { seededIds } from '#server/platform/ids.ts';
import type { Marketplace } from '#server/open-marketplace.ts';
import { hashOf } from '../sequence.ts';
import type { Result } from '#core/result.ts';

/**
 * Tells the demo's story by running real commands at the moments they are said to have happened. Every command carries an
 * idempotency key made of its place in the story: a load that was cut off is simply run again, and what was done replays.
 */
export type Stage = Readonly<{
  marketplace: Marketplace;
  /** Runs a command and answers its result. */
  attempt: <R extends Route>(actor: Actor, route: R, input: Partial<RouteInput<R>>, at: Date, key: string) => Promise<Result<RouteReply<R>>>;
  /** Runs a command that must succeed; throws with the words of a refusal. */
  run: <R extends Route>(actor: Actor, route: R, input: Partial<RouteInput<R>>, at: Date, key: string) => Promise<RouteReply<R>>;
}>;

export function openStage(marketplace: Marketplace): Stage {
  const byId = new Map(marketplace.operations.map((operation) => [operation.route.id, operation]));
  const attempt: Stage['attempt'] = async (actor, route, input, at, key) => {
    const operation = byId.get(route.id);
    if (operation === undefined) throw new Error(`no operation ${route.id}`);
    const result = await operation.perform(marketplace.system, {
      params: input.params ?? {}, query: input.query ?? {}, body: input.body ?? {}, actor, locale: 'zh-Hans', requestId: `demo-${key}`, idempotencyKey: `demo:${key}`, at, ids: seededIds(hashOf(key)),
    });
    // The operation answers what its own route promises; a stored reply went through the same door.
    return result.ok ? { ok: true, value: result.value.reply as RouteReply<typeof route> } : result;
  };
  return {
    marketplace,
    attempt,
    run: async (actor, route, input, at, key) => {
      const result = await attempt(actor, route, input, at, key);
      if (!result.ok) throw new Error(`demo: ${route.id} (${key}): ${result.problem.code}: ${explain(result.problem)}`);
      return result.value;
    },
  };
}

/** An instant some days and hours before the anchor, the moment the demo was first loaded. */
export function before(anchor: Date, days: number, hours = 0): Date {
  return new Date(anchor.getTime() - days * 86_400_000 + hours * 3_600_000);
}
