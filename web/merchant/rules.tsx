import { Stack } from '@mantine/core';
import { listRules } from '#contract/rules.ts';
import { load } from '../ui/api.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { RuleBrowser, ruleFilterOf } from '../ui/rule-browser.tsx';
import type { Route } from './+types/rules.ts';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const filter = ruleFilterOf(args.request.url);
  const query = { market: filter.market, search: filter.search, ...(filter.agency !== null && { agency: filter.agency }) };
  return { filter, rules: await load(args, listRules, { query }) };
}

export default function Rules({ loaderData: { filter, rules } }: Route.ComponentProps) {
  const t = useMerchantText();
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.rules')} lead={t('merchant.rules.lead')} />
      <RuleBrowser rules={rules} filter={filter} />
    </Stack>
  );
}
