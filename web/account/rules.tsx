import { Stack } from '@mantine/core';
import { listRules } from '#contract/rules.ts';
import { load } from '../ui/api.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { RuleBrowser, ruleFilterOf } from '../ui/rule-browser.tsx';
import type { Route } from './+types/rules.ts';
import styles from './layout.module.css';
import { useAccountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const filter = ruleFilterOf(args.request.url);
  const query = { market: filter.market, search: filter.search, ...(filter.agency !== null && { agency: filter.agency }) };
  return { filter, rules: await load(args, listRules, { query }) };
}

/** The rules of every market, for anybody: a factory reads them before it makes anything. */
export default function Rules({ loaderData: { filter, rules } }: Route.ComponentProps) {
  const t = useAccountText();
  return (
    <Stack gap="lg" className={styles.wide ?? ''}>
      <PageHeader title={t('account.rules')} lead={t('account.rules.lead')} />
      <RuleBrowser rules={rules} filter={filter} />
    </Stack>
  );
}
