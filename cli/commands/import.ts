import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importProducts } from '#contract/products.ts';
import { isId } from '#core/ids/id.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { explain } from '#server/platform/errors.ts';
import { importReport } from '#contract/products.ts';
import { UsageError, type Command } from '../command.ts';
import { printLine } from '../json-lines.ts';
import { mapRows, parseRowMap } from '../row-map.ts';
import { withMarketplace } from '../open-command-marketplace.ts';

const FORMATS = ['pilotage', 'shopify', 'woocommerce'] as const;

export const importCommand: Command = {
  name: 'import',
  summary: 'Import products from a file into a shop',
  usage: `import --format ${FORMATS.join('|')} --merchant ID --in FILE [--map OURS=THEIRS,…] [--json]`,
  run: async (args, console) => {
    const { values } = parseArgs({ args: [...args], options: { format: { type: 'string' }, merchant: { type: 'string' }, in: { type: 'string' }, map: { type: 'string' }, json: { type: 'boolean' } } });
    const format = FORMATS.find((one) => one === values.format);
    if (format === undefined) throw new UsageError(`--format is "${values.format ?? ''}", expected ${FORMATS.join(', ')}`);
    const merchantId = values.merchant;
    if (merchantId === undefined || !isId('merchant', merchantId)) throw new UsageError(`--merchant is "${merchantId ?? ''}", expected a merchant id (mer_…)`);
    if (values.in === undefined || (values.in !== '-' && !existsSync(values.in))) throw new UsageError(`--in is "${values.in ?? ''}", expected a file`);
    const bytes = new Uint8Array(values.in === '-' ? Buffer.concat(await Array.fromAsync(console.stdin)) : readFileSync(values.in));
    const map = values.map === undefined ? null : parseRowMap(values.map);
    return withMarketplace(console, async ({ system, operations }) => {
      const merchant = await system.db.selectFrom('merchant').select('id').where('id', '=', merchantId).executeTakeFirst();
      if (merchant === undefined) {
        console.err(`merchant: there is no merchant ${merchantId}`);
        return 1;
      }
      const operation = operations.find((one) => one.route.id === importProducts.id);
      if (operation === undefined) throw new Error('the import operation is missing');
      const actor = { ...SYSTEM_ACTOR, merchantId };
      const body = map === null ? bytes : new TextEncoder().encode(mapRows(new TextDecoder().decode(bytes), map));
      const result = await operation.perform(system, { params: {}, query: { format }, body, actor, locale: 'en', requestId: 'cli', idempotencyKey: null });
      if (!result.ok) {
        console.err(`${result.problem.field ?? 'file'}: ${explain(result.problem)}`);
        return 1;
      }
      const report = importReport.parse(result.value.reply);
      if (values.json === true) console.out(printLine(report));
      else console.out(`${report.rows} rows read: ${report.created} created, ${report.updated} updated, ${report.unchanged} unchanged, ${report.refused.length} refused`);
      for (const row of report.refused) console.err(`line ${row.line}: ${row.field ?? '(row)'}: ${row.message}`);
      return report.refused.length > 0 ? 1 : 0;
    });
  },
};
