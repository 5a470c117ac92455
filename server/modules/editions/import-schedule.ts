import type { Result } from '#core/result.ts';
import { refreshShop } from '#server/modules/listings/service.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { importTariff, type TariffImport, type TariffImportReport } from '#server/platform/packs/tariff-import.ts';
import type { System } from '#server/platform/system.ts';
import { databaseTariffStore } from './imported-tariffs.ts';

/** Runs one piece of the marketplace's own work in a transaction. */
function asMarketplace<Value>(system: System, work: (context: Context) => Promise<Value>): Promise<Value> {
  return transact(system.db, 'platform', SYSTEM_ACTOR, (tx) => work({ tx, at: system.clock(), actor: SYSTEM_ACTOR, locale: 'en', system, ids: system.ids, requestId: 'tariff-import' }));
}

/**
 * Takes a published schedule into the database; it is the tariff in force from then on, and every shop's listings are
 * decided again under it, shop by shop. The same schedule again changes nothing. Fails as `importTariff` does.
 */
export async function importSchedule(system: System, asked: TariffImport): Promise<Result<TariffImportReport>> {
  const report = await asMarketplace(system, async (context) => {
    const imported = await importTariff(asked, databaseTariffStore(context.tx, context.at));
    if (imported.ok && imported.value.saved) await recordEvent(context, { kind: 'edition_imported', subject: asked.edition, data: { name: asked.edition, rows: imported.value.rows, changes: imported.value.changes.length } });
    return imported;
  });
  if (!report.ok || !report.value.saved) return report;
  const cause = { 'zh-Hans': `导入税则 ${asked.edition}`, 'zh-Hant': `匯入稅則 ${asked.edition}`, en: `Imported tariff schedule ${asked.edition}` };
  const shops = await asMarketplace(system, ({ tx }) => tx.selectFrom('enrolment').select('merchantId').where('leftAt', 'is', null).orderBy('merchantId').execute());
  for (const { merchantId } of shops) await asMarketplace(system, (context) => refreshShop(context, merchantId, cause));
  return report;
}
