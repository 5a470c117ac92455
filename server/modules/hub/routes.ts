import * as contract from '#contract/hub.ts';
import { ok } from '#core/result.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { handOver } from './hand-over.ts';
import { listLines } from './line-promises.ts';
import { getManifest, listManifests, manifestCsv, printManifest } from './manifests.ts';
import { packParcel } from './pack.ts';
import { renderPaper } from './papers.ts';
import { receiveParcel } from './receive.ts';
import { resolveAside } from './send-back.ts';
import { listExportParcels, recordTracking } from './tracking.ts';
import { loadHubWork, scanCode } from './work.ts';

export const hubOperations: readonly Operation[] = [
  implement(contract.getHubWork, async (call) => ok(await loadHubWork(call))),
  implement(contract.scanCode, async (call) => ok(await scanCode(call, call.params.code))),
  implement(contract.receiveParcel, (call) => receiveParcel(call, call.params.inboundParcelId, call.body)),
  implement(contract.resolveAside, (call) => resolveAside(call, call.params.inboundParcelId, call.body)),
  implement(contract.packParcel, (call) => packParcel(call, call.params.orderId, call.body)),
  implement(contract.getParcelPaper, (call) => renderPaper(call, call.params.exportParcelId, call.params.paper)),
  implement(contract.handOver, (call) => handOver(call, call.params.exportParcelId)),
  implement(contract.recordTracking, (call) => recordTracking(call, call.params.exportParcelId, call.body)),
  implement(contract.listManifests, async (call) => ok(await listManifests(call))),
  implement(contract.getManifest, (call) => getManifest(call, call.params)),
  implement(contract.getManifestPaper, (call) => printManifest(call, call.params)),
  implement(contract.getManifestCsv, (call) => manifestCsv(call, call.params)),
  implement(contract.listLines, async (call) => ok(await listLines(call))),
  implement(contract.listExportParcels, async (call) => ok(await listExportParcels(call, call.query))),
];
