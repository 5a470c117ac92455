import { Stack } from '@mantine/core';
import { useEffect } from 'react';
import { Link, PrefetchPageLinks } from 'react-router';
import { getHubWork } from '#contract/hub.ts';
import { load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ScanInput } from '../ui/scan-input.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import type { Route } from './+types/home.ts';
import { isOffline, recallWork, rememberWork } from './station-queue.ts';
import styles from './station.module.css';
import { useHubText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { work: await load(args, getHubWork, {}) };
}

/** Without a network the lists are those that were seen last. */
export async function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  try {
    return await serverLoader();
  } catch (error) {
    const known = isOffline(error) ? await recallWork() : null;
    if (known === null) throw error;
    return { work: { hub: { name: '', address: '' }, counts: { expected: known.expected.length, toPack: 0, toHandOver: known.toHandOver.length, putAside: 0 }, expected: [...known.expected], toPack: [], toHandOver: [...known.toHandOver], putAside: [] } };
  }
}

/** How many of a list are shown; the rest is found by scanning. */
const SHOWN = 8;

export default function HubHome({ loaderData: { work } }: Route.ComponentProps) {
  const t = useHubText();
  useEffect(() => {
    if (work.hub.name !== '') void rememberWork(work);
  }, [work]);
  return (
    <Stack gap="lg">
      <PrefetchPageLinks page="/hub/scan?code=000" />
      <ScanInput action="/hub/scan" />
      <PageHeader title={work.hub.name} lead={work.hub.address} />
      <Stats>
        <Stat label={t('hub.home.expected')} value={work.counts.expected} />
        <Stat label={t('hub.home.toPack')} value={work.counts.toPack} />
        <Stat label={t('hub.home.toHandOver')} value={work.counts.toHandOver} />
        <Stat label={t('hub.home.aside')} value={work.counts.putAside} tone={work.counts.putAside > 0 ? 'warn' : 'plain'} />
      </Stats>
      <div className={styles.lists}>
        <WorkList title={t('hub.home.toPack')} empty={t('hub.home.noneToPack')} rows={work.toPack.slice(0, SHOWN).map((order) => ({ code: order.inboundCodes[0] ?? '', detail: order.inboundCodes.join(' · '), aside: <b>{order.shelf}</b> }))} />
        <WorkList title={t('hub.home.toHandOver')} empty={t('hub.home.noneToHandOver')} rows={work.toHandOver.slice(0, SHOWN).map((parcel) => ({ code: parcel.code, detail: parcel.to, aside: parcel.market }))} />
        <WorkList title={t('hub.home.aside')} empty={t('hub.home.noneAside')} rows={work.putAside.slice(0, SHOWN).map((parcel) => ({ code: parcel.code, detail: parcel.shopName, aside: parcel.aside === null ? parcel.market : <Due aside={parcel.aside} /> }))} />
        <WorkList title={t('hub.home.expected')} empty={t('hub.home.noneExpected')} rows={work.expected.slice(0, SHOWN).map((parcel) => ({ code: parcel.code, detail: parcel.shopName, aside: <Instant at={parcel.expectedSince} show="day" /> }))} />
      </div>
    </Stack>
  );
}

/** Until when a parcel in quarantine is settled. */
function Due({ aside }: Readonly<{ aside: Readonly<{ due: string; overdue: boolean }> }>) {
  const t = useHubText();
  return (
    <span data-tone={aside.overdue ? 'bad' : undefined}>
      {aside.overdue && `${t('hub.aside.overdue')} `}
      <Instant at={aside.due} />
    </span>
  );
}

type Row = Readonly<{ code: string; detail: string; aside: React.ReactNode }>;

function WorkList({ title, empty, rows }: Readonly<{ title: string; empty: string; rows: readonly Row[] }>) {
  return (
    <Card title={title}>
      {rows.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul className={styles.work}>
          {rows.map((row) => (
            <li key={row.code}>
              <Link to={`/hub/scan?code=${encodeURIComponent(row.code)}`}>
                <b>{row.code}</b>
                <span lang="zh-Hans">{row.detail}</span>
                <i>{row.aside}</i>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
