import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '../ui/card.tsx';
import type { MerchantOrder } from '../ui/shapes.ts';
import styles from './order.module.css';
import { useMerchantText } from './text.ts';

/** Where to send, as it is written on the parcel; one press copies it into a carrier's form. */
export function HubAddress({ hub, code }: Readonly<{ hub: MerchantOrder['hub']; code: string }>) {
  const t = useMerchantText();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${hub.contact} ${hub.phone}\n${hub.address} ${code}`);
    setCopied(true);
  };
  return (
    <Card title={t('merchant.orders.toHub')}>
      <address className={styles.address} lang="zh-Hans">
        <b>{hub.name}</b>
        {hub.address} <code>{code}</code>
        <br />
        <span>{t('merchant.orders.contact', { contact: hub.contact })}</span> · <span>{t('merchant.orders.phone', { phone: hub.phone })}</span>
      </address>
      <Button variant="default" size="sm" onClick={() => void copy()}>
        {copied ? t('ui.copied') : t('merchant.orders.copyAddress')}
      </Button>
    </Card>
  );
}
