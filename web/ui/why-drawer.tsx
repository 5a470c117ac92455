import { Drawer, Loader } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { type MouseEvent, useState } from 'react';
import { Link, useFetcher } from 'react-router';
import { Problem } from './problem.tsx';
import type { Answer } from './api.ts';
import type { WhyChain as Chain } from './shapes.ts';
import { useText } from './text.tsx';
import { WhyChain } from './why-chain.tsx';
import styles from './why-drawer.module.css';

/** What a `why` route's loader returns. */
export type WhyData = Readonly<{ why: Answer<Chain> }>;

/** A link to the chain of reasons of `id`. With script the chain opens beside the page; without, as a page of its own. `base` is the area's `why` route. */
export function WhyDrawer({ id, base }: Readonly<{ id: string; base: string }>) {
  const t = useText();
  const [shown, setShown] = useState(false);
  const fetcher = useFetcher<WhyData>();
  const path = `${base}/${id}`;
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setShown(true);
    void fetcher.load(path);
  };
  const why = fetcher.data?.why;
  return (
    <>
      <Link to={path} onClick={open} className={styles.link}>
        <IconRoute size={16} aria-hidden />
        {t('ui.why.open')}
      </Link>
      <Drawer opened={shown} onClose={() => setShown(false)} position="right" size="lg" title={t('ui.why.title')} closeButtonProps={{ 'aria-label': t('ui.shortcuts.close') }}>
        {why === undefined && <Loader aria-label={t('ui.loading')} />}
        {why?.ok === true && <WhyChain chain={why.value} />}
        {why?.ok === false && <Problem problem={why.problem} />}
      </Drawer>
    </>
  );
}
