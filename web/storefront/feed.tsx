import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { getFeed } from '#contract/storefront.ts';
import { load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { localeOf } from '../ui/locale.ts';
import { NoteFeed } from '../ui/note-card.tsx';
import type { NoteCardShape } from '../ui/shapes.ts';
import { useAppendedPages } from '../ui/use-appended-pages.ts';
import type { Route } from './+types/feed.ts';
import { listingLocaleOf, marketOf, marketPath } from './market.ts';
import { useSceneName } from './scene.ts';
import { useStorefrontText } from './text.ts';

/** Notes on one page of the feed. */
const PAGE = 40;

export async function loader(args: Route.LoaderArgs) {
  const market = marketOf(args.params);
  const asked = new URL(args.request.url).searchParams;
  const scene = asked.get('scene') ?? undefined;
  const feed = await load(args, getFeed, {
    params: { market },
    query: { locale: listingLocaleOf(market, localeOf(args.request)), scene, cursor: asked.get('after') ?? undefined, limit: PAGE },
  });
  return { market, scene, feed };
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: `Pilotage · ${(params.market ?? '').toUpperCase()}` }];

export default function Feed({ loaderData: { market, scene, feed } }: Route.ComponentProps) {
  const t = useStorefrontText();
  const nameOf = useSceneName();
  const here = marketPath(market);
  const { items, nextCursor, loading, more } = useAppendedPages<Route.ComponentProps['loaderData'], NoteCardShape>(feed, (page) => page.feed);
  const next = `${here}?${new URLSearchParams({ ...(scene !== undefined && { scene }), after: nextCursor ?? '' })}`;
  return (
    <Stack gap="lg">
      <h1 className="visually-hidden">{t('storefront.discover')}</h1>
      <Chips
        label={t('storefront.feed.scenes')}
        items={[
          { to: here, label: t('storefront.feed.all'), current: scene === undefined },
          ...feed.scenes.map((name) => ({ to: `${here}?scene=${encodeURIComponent(name)}`, label: nameOf(name), current: name === scene })),
        ]}
      />
      {items.length === 0 ? (
        <EmptyState title={t('storefront.feed.empty')} text={t('storefront.feed.emptyText')} />
      ) : (
        <NoteFeed notes={items} hrefOf={(note) => marketPath(market, `/notes/${note.id}`)} />
      )}
      {nextCursor !== null && (
        <div>
          <Button
            component={Link}
            variant="default"
            to={next}
            loading={loading}
            onClick={(event) => {
              event.preventDefault();
              more(`${next}&index`);
            }}
          >
            {t('ui.table.more')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
