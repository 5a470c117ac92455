import { rememberTranslations } from '#contract/translations.ts';
import { fingerprint } from '#core/decision/fingerprint.ts';
import { ok } from '#core/result.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { implement, type Operation } from '#server/platform/operation.ts';

const CAUSE = { 'zh-Hans': '人工译文已采用', 'zh-Hant': '人工譯文已採用', en: 'A person’s translation was approved' };

export const translationOperations: readonly Operation[] = [
  implement(rememberTranslations, async (call) => {
    const { tx, at, actor, body } = call;
    const rows = body.entries.map(({ source, target }) => ({ locale: body.locale, sourceHash: fingerprint(source), source, target, by: actor.name, at }));
    await tx.insertInto('memoryEntry').values(rows).onConflict((conflict) => conflict.columns(['locale', 'sourceHash']).doUpdateSet((set) => ({ target: set.ref('excluded.target'), by: actor.name, at }))).execute();
    const sources = rows.map((row) => row.source);
    const pages = await tx.selectFrom('product').select('id').where((where) => where.or([where('title', 'in', sources), where('description', 'in', sources)])).orderBy('id').execute();
    await refreshProducts(call, pages.map((row) => row.id), CAUSE);
    return ok({ remembered: rows.length, pages: pages.length });
  }),
];
