import { BeforeAfter } from '../ui/before-after.tsx';
import { Card } from '../ui/card.tsx';
import { QuestionCard } from '../ui/question-card.tsx';
import { ReasonList } from '../ui/reason-list.tsx';
import type { Listing, PayoutPreview, Product } from '../ui/shapes.ts';
import { Timeline, useHappenings } from '../ui/timeline.tsx';
import { VerdictCard } from '../ui/verdict-card.tsx';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import { hrefOfFixIn } from './fix-links.ts';
import { QuoteCard } from './quote-card.tsx';
import { useMerchantText } from './text.ts';

const WHY = '/merchant/why';

/** What became of a product in one market: why it stands as it does, verdict with its question, the page, the price, the history. */
export function ListingSections({ listing, payout, product }: Readonly<{ listing: Listing; payout: PayoutPreview | null; product: Product }>) {
  const t = useMerchantText();
  const happenings = useHappenings();
  const { verdict, quote, wordings } = listing;
  const hrefOf = hrefOfFixIn(listing.market, product.id);
  const [question] = verdict?.questions ?? [];
  // What the verdict says is read in the verdict, where its fixes and its appeal stand.
  const ruled = new Set(verdict?.findings.map(({ text }) => text.en));
  const standing = listing.reasons.filter(({ text }) => !ruled.has(text.en));
  const fields = { title: product.title, description: product.description ?? '' };
  return (
    <>
      {standing.length > 0 && (
        <Card>
          <ReasonList reasons={standing} hrefOf={hrefOf} fields={fields} />
        </Card>
      )}
      {verdict && (
        <VerdictCard verdict={verdict} hrefOf={hrefOf} fields={fields} appealHrefOf={(ruleId) => `/merchant/appeals/new?${new URLSearchParams({ product: product.id, market: listing.market, rule: ruleId })}`} aside={<WhyDrawer id={verdict.id} base={WHY} />}>
          {question && (
            <div id="question">
              <QuestionCard question={question} />
            </div>
          )}
        </VerdictCard>
      )}
      {quote && <QuoteCard quote={quote} payout={payout} market={listing.market} productId={product.id} />}
      {wordings.map((wording) => (
        <Card key={wording.locale} title={t('merchant.product.wording')} aside={<WhyDrawer id={wording.id} base={WHY} />}>
          <BeforeAfter before={product} after={wording} />
        </Card>
      ))}
      <Card title={t('merchant.product.history')} aside={<WhyDrawer id={listing.id} base={WHY} />}>
        <Timeline events={happenings(listing.history)} />
      </Card>
    </>
  );
}
