import { Alert } from '@mantine/core';
import type { z } from 'zod';
import type { previewMarket } from '#contract/listings.ts';
import { BeforeAfter } from '../ui/before-after.tsx';
import { QuestionCard } from '../ui/question-card.tsx';
import type { PayoutPreview, Product } from '../ui/shapes.ts';
import { VerdictCard } from '../ui/verdict-card.tsx';
import { Card } from '../ui/card.tsx';
import { hrefOfFixIn } from './fix-links.ts';
import { QuoteCard } from './quote-card.tsx';
import { useMerchantText } from './text.ts';

/** Verdict, price and page of a product in a market where it has no listing yet, before any switch is turned. */
export function PreviewSections({ preview, payout, product }: Readonly<{ preview: z.output<typeof previewMarket.reply>; payout: PayoutPreview | null; product: Product }>) {
  const t = useMerchantText();
  const { verdict, quote, wording } = preview;
  const [question] = verdict.questions;
  return (
    <>
      <Alert>{t('merchant.product.preview')}</Alert>
      <VerdictCard verdict={verdict} hrefOf={hrefOfFixIn(verdict.market, product.id)} fields={{ title: product.title, description: product.description ?? '' }}>
        {question && (
          <div id="question">
            <QuestionCard question={question} />
          </div>
        )}
      </VerdictCard>
      <QuoteCard quote={quote} payout={payout} market={verdict.market} productId={product.id} />
      <Card title={t('merchant.product.wording')}>
        <BeforeAfter before={product} after={wording} />
      </Card>
    </>
  );
}
