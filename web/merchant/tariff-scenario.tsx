import { Button, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { Form, Link, useNavigation } from 'react-router';
import { listTariffProgrammes, runTariffScenario } from '#contract/editions.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { readFields } from '../ui/form.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { TariffImpact } from '../ui/tariff-impact.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/tariff-scenario.ts';
import styles from './tariff-scenario.module.css';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const { items } = await load(args, listTariffProgrammes, {});
  // Several rows of one heading differ in what they reach; a scenario moves them all.
  const programmes = [...new Map(items.map((row) => [row.heading, row])).values()];
  return { programmes, nextYear: `${new Date().getUTCFullYear() + 1}-01-01` };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const percent = Number(fields.text('percent').replace(/[^\d.]/g, ''));
  const change = { kind: 'programme_rate' as const, heading: fields.text('heading'), ratePpm: Math.round(percent * 10_000), from: fields.text('from'), source: 'What if, asked by the shop' };
  const answer = await call(args, runTariffScenario, { body: { changes: [change] } });
  return answer.ok ? { impact: answer.value, problem: null } : { impact: null, problem: answer.problem };
}

/** What a change of duty would do to the own shop, asked before it happens. */
export default function TariffScenario({ loaderData: { programmes, nextYear }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  const problem = actionData?.problem ?? null;
  const [first] = programmes;
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.tariffs')} lead={t('merchant.tariffs.lead')} actions={<Button component={Link} to="/tariffs" variant="default">{t('merchant.tariffs.schedule')}</Button>} />
      <Card title={t('merchant.tariffs.ask')} hint={t('merchant.tariffs.askHint')} tone="accent">
        <Form method="post" className={styles.form} preventScrollReset>
          <NativeSelect label={t('merchant.tariffs.duty')} name="heading" required defaultValue={programmes.find((row) => row.code === 'S301-FL')?.heading ?? first?.heading ?? ''} data={programmes.map((row) => ({ value: row.heading, label: t('merchant.tariffs.now', { name: say(row.name), heading: row.heading, percent: row.ratePpm / 10_000 }) }))} error={problemAt(problem, 'heading')} />
          <NumberInput label={t('merchant.tariffs.percent')} name="percent" required min={0} max={1_000} decimalScale={2} suffix=" %" defaultValue={25} error={problemAt(problem, 'ratePpm')} />
          <TextInput label={t('merchant.tariffs.from')} name="from" type="date" required defaultValue={nextYear} error={problemAt(problem, 'from')} />
          <Button type="submit" loading={busy}>
            {t('merchant.tariffs.see')}
          </Button>
        </Form>
      </Card>
      <Problem problem={problem} />
      {actionData?.impact && <TariffImpact impact={actionData.impact} hrefOf={({ productId, market }) => `/merchant/products/${productId}?market=${market}`} />}
    </Stack>
  );
}
