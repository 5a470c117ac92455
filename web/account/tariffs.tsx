import { Stack } from '@mantine/core';
import { Form, Link } from 'react-router';
import { listTariffChanges, listTariffLines } from '#contract/tariffs.ts';
import { load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { TariffChanges } from '../ui/tariff-changes.tsx';
import { TariffLines } from '../ui/tariff-lines.tsx';
import type { Route } from './+types/tariffs.ts';
import styles from './layout.module.css';
import filters from './tariffs.module.css';
import { useAccountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const edition = asked.get('edition') || undefined;
  const search = asked.get('q') ?? '';
  const on = asked.get('on') || undefined;
  const lines = await load(args, listTariffLines, { query: { search, ...(edition !== undefined && { edition }), ...(on !== undefined && { on }), ...(asked.get('after') && { after: asked.get('after') ?? '' }) } });
  const before = asked.get('before') || null;
  const changes = before === null || before === lines.edition ? null : await load(args, listTariffChanges, { query: { before, after: lines.edition } });
  return { lines, changes, search, before, on: on ?? null };
}

/** The schedule by code or words, under any edition and on any day, and what an edition changed against another. */
export default function Tariffs({ loaderData: { lines, changes, search, before, on } }: Route.ComponentProps) {
  const t = useAccountText();
  const keep = { edition: lines.edition, on: on ?? undefined, before: before ?? undefined };
  const next = lines.nextAfter === null ? null : `?${new URLSearchParams({ q: search, edition: lines.edition, ...(on !== null && { on }), after: lines.nextAfter })}`;
  return (
    <Stack gap="lg" className={styles.wide ?? ''}>
      <PageHeader title={t('account.tariffs')} lead={t('account.tariffs.lead')} />
      <div className={filters.filters}>
        <SearchField label={t('account.tariffs.search')} value={search} keep={keep} />
      </div>
      <Form method="get" className={filters.filters}>
        <input type="hidden" name="q" value={search} />
        <label>
          {t('account.tariffs.edition')}
          <select name="edition" defaultValue={lines.edition} key={lines.edition}>
            {lines.editions.map((one) => (
              <option key={one.name} value={one.name}>
                {t(one.inForce ? 'account.tariffs.inForce' : 'account.tariffs.was', { name: one.name, lines: one.lines })}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('account.tariffs.on')}
          <input type="date" name="on" defaultValue={lines.day} key={lines.day} />
        </label>
        {lines.editions.length > 1 && (
          <label>
            {t('account.tariffs.against')}
            <select name="before" defaultValue={before ?? ''} key={before}>
              <option value="">{t('account.tariffs.againstNone')}</option>
              {lines.editions.filter((one) => one.name !== lines.edition).map((one) => (
                <option key={one.name} value={one.name}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="submit">{t('account.tariffs.show')}</button>
      </Form>
      {changes !== null && (
        <Card title={t('account.tariffs.changes', { count: changes.total, before: changes.before })} hint={changes.total > changes.items.length ? t('account.tariffs.changesShown', { count: changes.items.length }) : undefined}>
          <TariffChanges items={changes.items} />
        </Card>
      )}
      <p className={filters.count}>
        {t('account.tariffs.count', { count: lines.total })} {!lines.complete && t('account.tariffs.part')}
      </p>
      {lines.items.length === 0 ? <EmptyState title={t('account.tariffs.none')} text={t('account.tariffs.noneText')} /> : <TariffLines items={lines.items} />}
      {next !== null && (
        <Link to={next} preventScrollReset={false}>
          {t('account.tariffs.next')}
        </Link>
      )}
    </Stack>
  );
}
