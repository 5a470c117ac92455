import { Link } from 'react-router';
import { DataTable } from '../ui/data-table.tsx';
import { Money } from '../ui/money.tsx';
import type { PayoutPreview } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import styles from './payout-range.module.css';
import { useMerchantText } from './text.ts';

/** What turning the switch would bring: the first products of the shop in each market, with the range of what each leaves and what a return costs. */
export function PayoutTable({ items, products }: Readonly<{ items: readonly PayoutPreview[]; products: number }>) {
  const t = useMerchantText();
  const say = useLocalText();
  const shown = new Set(items.map((item) => item.productId)).size;
  return (
    <>
      <DataTable
        caption={t('merchant.payout.table')}
        columns={[
          { key: 'product', label: t('merchant.payout.product'), names: true },
          { key: 'market', label: t('merchant.payout.market') },
          { key: 'buyer', label: t('merchant.payout.buyer'), align: 'end' },
          { key: 'receive', label: t('merchant.payout.receive'), align: 'end' },
          { key: 'lost', label: t('merchant.payout.ifReturned'), align: 'end' },
        ]}
        rows={items.map((item) => ({
          key: `${item.productId} ${item.market}`,
          cells: {
            product: <Link to={`/merchant/products/${item.productId}?market=${item.market}`} lang="zh-Hans">{item.title}</Link>,
            market: <span className={styles.market}>{t(`ui.market.${item.market}`)}</span>,
            buyer: item.buyerTotal === null ? '–' : <Money amount={item.buyerTotal.p50} />,
            receive: item.payoutAfterReturns === null ? (item.quote.reasons[0] ? say(item.quote.reasons[0].text) : '–') : (
              <>
                <b><Money amount={item.payoutAfterReturns.p50} /></b>{' '}
                <small>
                  (<Money amount={item.payoutAfterReturns.p10} /> – <Money amount={item.payoutAfterReturns.p90} />)
                </small>
              </>
            ),
            lost: item.ifReturned === null ? '–' : <Money amount={item.ifReturned.merchant} />,
          },
        }))}
      />
      <p>{t('merchant.payout.tableText', { shown, products })}</p>
    </>
  );
}
