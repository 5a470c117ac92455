import { Stack, Title } from '@mantine/core';
import { redirect, useSearchParams } from 'react-router';
import { startCheckout } from '#contract/checkout.ts';
import { getListing } from '#contract/storefront.ts';
import { call, load } from '../ui/api.ts';
import { newKey, readFields } from '../ui/form.ts';
import { localeOf } from '../ui/locale.ts';
import { NoteFeed } from '../ui/note-card.tsx';
import { Problem } from '../ui/problem.tsx';
import { ProductGrid } from '../ui/product-card.tsx';
import { useLocale, useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/listing.ts';
import { BuyBox } from './buy-box.tsx';
import { Gallery } from './gallery.tsx';
import { structuredData } from './listing-meta.ts';
import styles from './listing.module.css';
import { listingLocaleOf, marketOf, marketPath } from './market.ts';
import { PolicyPoints } from './policy-points.tsx';
import { useStorefrontText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const market = marketOf(args.params);
  const locale = listingLocaleOf(market, localeOf(args.request));
  const url = new URL(args.request.url);
  const listing = await load(args, getListing, { params: { market, listingId: args.params.listingId }, query: { locale } });
  return { market, listing, noteId: url.searchParams.get('note'), key: newKey(), origin: url.origin };
}

export async function action(args: Route.ActionArgs) {
  const market = marketOf(args.params);
  const fields = await readFields(args.request);
  const started = await call(args, startCheckout, {
    body: {
      market,
      locale: listingLocaleOf(market, localeOf(args.request)),
      items: [{ listingId: args.params.listingId, variantId: fields.text('variantId'), quantity: fields.whole('quantity') }],
      noteId: fields.optional('noteId'),
    },
    idempotencyKey: fields.key,
  });
  if (!started.ok) return { problem: started.problem };
  return redirect(marketPath(market, `/checkout/${started.value.id}`), 303);
}

export const meta: Route.MetaFunction = ({ loaderData }) => (loaderData ? structuredData(loaderData.listing, loaderData.origin) : []);

/** A city that its shop wrote in Chinese tells an English reader nothing. */
const HAN = /\p{Script=Han}/u;

/** Whether a description says nothing that the points above it have not said. */
function repeats(description: string, bullets: readonly string[]): boolean {
  const rest = bullets.reduce((text, bullet) => text.replace(bullet, ''), description);
  return bullets.length > 0 && !/[\p{L}\p{N}]/u.test(rest);
}

export default function ListingPage({ loaderData: { market, listing, noteId, key }, actionData }: Route.ComponentProps) {
  const t = useStorefrontText();
  const say = useLocalText();
  const locale = useLocale();
  const [asked] = useSearchParams();
  const variant = listing.variants.find(({ id }) => id === asked.get('v')) ?? listing.variants.find(({ stock }) => stock > 0) ?? listing.variants[0];
  const facts = Object.entries(listing.attributes);
  return (
    <Stack gap={56}>
      <div className={styles.listing}>
        <Gallery images={listing.images} title={listing.title} />
        <div className={styles.words}>
          <p className={styles.shop}>
            {locale === 'en' && HAN.test(listing.shop.city) ? t('storefront.listing.fromShop', { shop: listing.shop.name }) : t('storefront.listing.from', { shop: listing.shop.name, city: listing.shop.city })}
          </p>
          <h1 lang={listing.locale}>{listing.title}</h1>
          <Problem problem={actionData?.problem} />
          {listing.notices.map((notice) => (
            <p key={say(notice)} role="status">
              {say(notice)}
            </p>
          ))}
          {variant && <BuyBox listing={listing} variant={variant} noteId={noteId} formKey={key} />}
          <PolicyPoints policy={listing.claimPolicy} folded />
          <section lang={listing.locale} className={styles.about}>
            <h2>{t('storefront.listing.about')}</h2>
            {listing.bullets.length > 0 && (
              <ul>
                {listing.bullets.map((bullet) => (
                  <li key={bullet}>{bullet}</li>
                ))}
              </ul>
            )}
            {listing.description !== null && !repeats(listing.description, listing.bullets) && <p>{listing.description}</p>}
            {facts.length > 0 && (
              <dl>
                {facts.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </section>
          {listing.machineText && (
            <p className={styles.machine}>
              {t('storefront.listing.machine')} {t('storefront.listing.original')}: <span lang="zh-Hans">{listing.original.title}</span>
            </p>
          )}
        </div>
      </div>
      {listing.notes.length > 0 && (
        <section>
          <Title order={2} size="h3" mb="md">
            {t('storefront.listing.notes')}
          </Title>
          <NoteFeed notes={listing.notes} hrefOf={(note) => marketPath(market, `/notes/${note.id}`)} />
        </section>
      )}
      {listing.related.length > 0 && (
        <section>
          <Title order={2} size="h3" mb="md">
            {t('storefront.listing.related')}
          </Title>
          <ProductGrid listings={listing.related} hrefOf={(other) => marketPath(market, `/listings/${other.id}`)} lang={listing.locale} />
        </section>
      )}
    </Stack>
  );
}
