import { Card } from '../ui/card.tsx';
import { PriceWaterfall } from '../ui/price-waterfall.tsx';
import { ReasonList } from '../ui/reason-list.tsx';
import type { Market, PayoutPreview, Quote } from '../ui/shapes.ts';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import { hrefOfFixIn } from './fix-links.ts';
import { PayoutRange } from './payout-range.tsx';
import { useMerchantText } from './text.ts';

/** A price from both sides, or why there is none yet. A stored quote (with an id) can be asked why. */
export function QuoteCard({ quote, payout, market, productId }: Readonly<{ productId: string; payout: PayoutPreview | null; market: Market; quote: Omit<Quote, 'id'> & Readonly<{ id?: string }> }>) {
  const t = useMerchantText();
  const held = quote.outcome === 'held';
  return (
    <Card title={t('merchant.product.price')} hint={t(held ? 'merchant.product.held' : 'merchant.product.priceHint')} aside={quote.id !== undefined && <WhyDrawer id={quote.id} base="/merchant/why" />}>
      {held ? (
        <ReasonList reasons={quote.reasons} hrefOf={hrefOfFixIn(market, productId)} />
      ) : (
        <>
          <PriceWaterfall buyer={quote.buyer} merchant={quote.merchant && { total: quote.merchant.payout, lines: quote.merchant.lines }} />
          {payout !== null && <PayoutRange preview={payout} />}
        </>
      )}
    </Card>
  );
}
