import { Button, Group, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listProducts } from '#contract/products.ts';
import { load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Money } from '../ui/money.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { Route } from './+types/products.ts';
import { MarketStates } from './market-states.tsx';
import { ProductName } from './product-name.tsx';
import { useMerchantText } from './text.ts';

const STATES = ['live', 'held', 'off'] as const;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const state = STATES.find((each) => each === asked.get('state'));
  const search = asked.get('q') ?? '';
  return { search, state, products: await load(args, listProducts, { query: { search, state, cursor: asked.get('after') ?? undefined } }) };
}

export default function Products({ loaderData: { products, search, state } }: Route.ComponentProps) {
  const t = useMerchantText();
  const filtered = (value?: string): string => `?${new URLSearchParams({ ...(search !== '' && { q: search }), ...(value !== undefined && { state: value }) })}`;
  return (
    <Stack gap="md">
      <PageHeader title={t('merchant.products')} lead={t('merchant.products.lead')} actions={<Actions />} />
      <Group justify="space-between">
        <SearchField label={t('merchant.products.search')} value={search} keep={{ state }} />
        <Chips
          label={t('merchant.markets')}
          items={[{ to: filtered(), label: t('merchant.products.all'), current: state === undefined }, ...STATES.map((each) => ({ to: filtered(each), label: t(`ui.state.${each}`), current: each === state }))]}
        />
      </Group>
      {products.items.length === 0 ? (
        <EmptyState title={t('merchant.products.none')} text={t('merchant.products.noneText')} />
      ) : (
        <DataTable
          caption={t('merchant.products')}
          columns={[
            { key: 'product', label: t('merchant.products.product'), names: true },
            { key: 'markets', label: t('merchant.markets') },
            { key: 'price', label: t('merchant.products.price'), align: 'end' },
            { key: 'stock', label: t('merchant.products.stock'), align: 'end' },
          ]}
          rows={products.items.map((product) => ({
            key: product.id,
            cells: {
              product: <ProductName product={product} />,
              markets: <MarketStates states={product.markets} />,
              price: (product.price ? <Money amount={product.price} /> : '—'),
              stock: <span className="tabular">{product.stock}</span>,
            },
          }))}
        />
      )}
      <MoreLink nextCursor={products.nextCursor} />
    </Stack>
  );
}

function Actions() {
  const t = useMerchantText();
  return (
    <>
      <Button component={Link} to="/merchant/products/import" variant="default">
        {t('merchant.products.import')}
      </Button>
      <Button component={Link} to="/merchant/products/new">{t('merchant.new')}</Button>
    </>
  );
}
