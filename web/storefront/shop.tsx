import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listListings } from '#contract/storefront.ts';
import { load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { localeOf } from '../ui/locale.ts';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProductGrid } from '../ui/product-card.tsx';
import type { Route } from './+types/shop.ts';
import { categoryText } from './category.ts';
import { listingLocaleOf, marketOf, marketPath } from './market.ts';
import { useStorefrontText } from './text.ts';

/** Listings on one page: whole rows of two, three, four and five. */
const PAGE = 60;

export async function loader(args: Route.LoaderArgs) {
  const market = marketOf(args.params);
  const locale = listingLocaleOf(market, localeOf(args.request));
  const asked = new URL(args.request.url).searchParams;
  const search = asked.get('q')?.trim() ?? '';
  const category = asked.get('category') ?? undefined;
  const listings = await load(args, listListings, { params: { market }, query: { locale, search, category, cursor: asked.get('after') ?? undefined, limit: PAGE } });
  return { market, locale, search, category, listings };
}

export default function Shop({ loaderData: { market, locale, search, category, listings } }: Route.ComponentProps) {
  const t = useStorefrontText();
  const nameOf = (name: string): string => {
    const text = categoryText(name);
    return text === null ? name : t(text);
  };
  const filtered = (name?: string): string => `?${new URLSearchParams({ ...(search !== '' && { q: search }), ...(name !== undefined && { category: name }) })}`;
  return (
    <Stack gap="lg">
      <PageHeader title={search === '' ? t('storefront.shop') : t('storefront.shop.results', { search })} lead={t('storefront.shop.lead')} />
      <Chips
        label={t('storefront.shop')}
        items={[
          { to: filtered(), label: t('storefront.shop.all'), current: category === undefined },
          ...listings.categories.map(({ name, count }) => ({ to: filtered(name), label: nameOf(name), count, current: name === category })),
        ]}
      />
      {listings.items.length === 0 ? (
        <EmptyState title={t('storefront.shop.empty')} text={t('storefront.shop.emptyText')} action={<Button component={Link} to={marketPath(market, '/shop')} variant="default">{t('storefront.shop.everything')}</Button>} />
      ) : (
        <ProductGrid listings={listings.items} hrefOf={(listing) => marketPath(market, `/listings/${listing.id}`)} lang={locale} />
      )}
      <MoreLink nextCursor={listings.nextCursor} />
    </Stack>
  );
}
