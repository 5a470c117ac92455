import { Alert, Button, NativeSelect, Stack } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { importProducts } from '#contract/products.ts';
import { call } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { readFields } from '../ui/form.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import type { Route } from './+types/import.ts';
import styles from './import.module.css';
import { useMerchantText } from './text.ts';

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const [file] = fields.files('file');
  const done = await call(args, importProducts, { query: { format: fields.oneOf('format', ['pilotage', 'shopify', 'woocommerce']) }, body: file ?? new Blob([]) });
  return done.ok ? { report: done.value, problem: null } : { report: null, problem: done.problem };
}

export default function Import({ actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const busy = useNavigation().state !== 'idle';
  const report = actionData?.report;
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.products.import')} lead={t('merchant.import.lead')} back={{ to: '/merchant/products', label: t('merchant.products') }} />
      <Problem problem={actionData?.problem} />
      {report && (
        <Alert role="status" color={report.refused.length === 0 ? 'green' : 'amber'}>
          {t('merchant.import.done', { rows: report.rows, created: report.created, updated: report.updated, unchanged: report.unchanged })}
        </Alert>
      )}
      {report && report.refused.length > 0 && (
        <section>
          <h2>{t('merchant.import.refused')}</h2>
          <DataTable
            caption={t('merchant.import.refused')}
            columns={[
              { key: 'line', label: t('merchant.import.line'), names: true },
              { key: 'id', label: t('merchant.products.product') },
              { key: 'reason', label: t('merchant.import.reason') },
            ]}
            rows={report.refused.map((row) => ({
              key: `${row.line} ${row.field ?? ''} ${row.code}`,
              cells: {
                line: row.line,
                id: row.id ?? '—',
                reason: row.message,
              },
            }))}
          />
        </section>
      )}
      <Card>
        <Form method="post" encType="multipart/form-data" className={styles.form}>
          <NativeSelect label={t('merchant.import.format')} name="format" data={[{ value: 'pilotage', label: 'Pilotage JSON' }, { value: 'shopify', label: 'Shopify CSV' }, { value: 'woocommerce', label: 'WooCommerce CSV' }]} />
          <label className={styles.file}>
            {t('merchant.import.file')}
            <input type="file" name="file" required accept=".csv,.json,.jsonl,.ndjson,text/csv,application/json" />
          </label>
          <div>
            <Button type="submit" loading={busy}>
              {t('merchant.import.go')}
            </Button>
          </div>
        </Form>
      </Card>
    </Stack>
  );
}
