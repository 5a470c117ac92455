import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listRules } from '#contract/rules.ts';
import { load } from '../ui/api.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { RuleBrowser, ruleFilterOf } from '../ui/rule-browser.tsx';
import type { Route } from './+types/rules.ts';
import { useOperatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const filter = ruleFilterOf(args.request.url);
  const query = { market: filter.market, search: filter.search, ...(filter.agency !== null && { agency: filter.agency }) };
  return { filter, rules: await load(args, listRules, { query }) };
}

export default function Rules({ loaderData: { filter, rules } }: Route.ComponentProps) {
  const t = useOperatorText();
  return (
    <Stack gap="lg">
      <PageHeader title={t('operator.rules')} lead={t('operator.rules.lead')} actions={<Button component={Link} to="/operator/editions/rules">{t('operator.rules.draft')}</Button>} />
      <RuleBrowser rules={rules} filter={filter} editHrefOf={(ruleId) => `/operator/editions/rules?rule=${ruleId}`} />
    </Stack>
  );
}
