import * as contract from '#contract/documents.ts';
import { ok } from '#core/result.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { coverProducts, foreseeDocument, listDocuments, putDocument, readDocument, removeDocument, replaceDocument } from './service.ts';

export const documentOperations: readonly Operation[] = [
  implement(contract.listDocuments, async (call) => ok(await listDocuments(call, merchantOf(call)))),
  implement(contract.getDocument, (call) => readDocument(call, merchantOf(call), call.params.documentId)),
  implement(contract.foreseeDocument, (call) => foreseeDocument(call, merchantOf(call), call.body)),
  implement(contract.putDocument, ({ body: { coverage, ...document }, ...call }) => putDocument(call, merchantOf(call), document, coverage)),
  implement(contract.coverProducts, (call) => coverProducts(call, merchantOf(call), call.params.documentId, call.body.coverage)),
  implement(contract.replaceDocument, (call) => replaceDocument(call, merchantOf(call), call.params.documentId, call.body)),
  implement(contract.removeDocument, (call) => removeDocument(call, merchantOf(call), call.params.documentId)),
];
