import { Stack, Title } from '@mantine/core';
import { Link } from 'react-router';
import { getNote } from '#contract/storefront.ts';
import { load } from '../ui/api.ts';
import { localeOf } from '../ui/locale.ts';
import { Money } from '../ui/money.tsx';
import { NoteFeed } from '../ui/note-card.tsx';
import { Picture } from '../ui/product-card.tsx';
import type { Route } from './+types/note.ts';
import { listingLocaleOf, marketOf, marketPath } from './market.ts';
import styles from './note.module.css';
import { useStorefrontText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const market = marketOf(args.params);
  const locale = listingLocaleOf(market, localeOf(args.request));
  return { market, locale, note: await load(args, getNote, { params: { market, noteId: args.params.noteId }, query: { locale } }) };
}

export const meta: Route.MetaFunction = ({ loaderData }) => (loaderData ? [{ title: `${loaderData.note.title} · Pilotage` }, { property: 'og:image', content: loaderData.note.cover }] : []);

export default function Note({ loaderData: { market, locale, note } }: Route.ComponentProps) {
  const t = useStorefrontText();
  return (
    <Stack gap={56}>
      <article className={styles.note}>
        <img src={note.cover} alt="" className={styles.cover} fetchPriority="high" />
        <div>
          <p className={styles.by}>
            <img src={note.author.avatar} alt="" />
            <span lang={note.language}>
              <b>{note.author.name}</b>
              {note.author.place}
            </span>
          </p>
          <h1 lang={note.language}>{note.title}</h1>
          <div lang={note.language} className={styles.body}>
            {note.body.split(/\n+/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <p className={styles.tags} lang={note.language}>
            {note.tags.map((tag) => (
              <span key={tag}>#{tag}</span>
            ))}
          </p>
          <h2>{t('storefront.note.shows')}</h2>
          <ul className={styles.products}>
            {note.products.map((listing) => (
              <li key={listing.id}>
                <Link to={`${marketPath(market, `/listings/${listing.id}`)}?note=${note.id}`} prefetch="intent">
                  <Picture src={listing.image} />
                  <span lang={locale}>
                    {listing.title}
                    <b>{listing.inStock ? <Money amount={listing.price} /> : t('ui.product.soldOut')}</b>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </article>
      {note.more.length > 0 && (
        <section>
          <Title order={2} size="h3" mb="md">
            {t('storefront.note.more')}
          </Title>
          <NoteFeed notes={note.more} hrefOf={(other) => marketPath(market, `/notes/${other.id}`)} />
        </section>
      )}
    </Stack>
  );
}
