import { Button } from '@mantine/core';
import { Form, Link } from 'react-router';
import type { z } from 'zod';
import type { listNotifications } from '#contract/accounts.ts';
import { Card } from '../ui/card.tsx';
import { Instant } from '../ui/instant.tsx';
import { useLocalText } from '../ui/text.tsx';
import styles from './news.module.css';
import { useMerchantText } from './text.ts';

/** What happened since the merchant last looked; nothing when all of it was read. */
export function News({ news }: Readonly<{ news: z.output<typeof listNotifications.reply> }>) {
  const t = useMerchantText();
  const say = useLocalText();
  if (news.unread === 0) return null;
  return (
    <Card
      title={t('merchant.news', { count: news.unread })}
      aside={
        <Form method="post" action="/merchant/notifications">
          <Button type="submit" size="xs" variant="subtle">
            {t('merchant.news.read')}
          </Button>
        </Form>
      }
    >
      <ul className={styles.news}>
        {news.items.filter(({ readAt }) => readAt === null).map((item) => (
          <li key={item.id}>
            {item.path === null ? <span>{say(item.text)}</span> : <Link to={item.path}>{say(item.text)}</Link>}
            <Instant at={item.at} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
