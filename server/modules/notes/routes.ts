import * as contract from '#contract/notes.ts';
import { ok } from '#core/result.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { authorOf, listMyNotes, publishNote, searchProducts } from './service.ts';

export const noteOperations: readonly Operation[] = [
  implement(contract.publishNote, (call) => publishNote(call, authorOf(call), call.body)),
  implement(contract.listMyNotes, async (call) => ok(await listMyNotes(call, authorOf(call), call.query))),
  implement(contract.searchCreatorProducts, async (call) => ok(await searchProducts(call, call.query))),
];
