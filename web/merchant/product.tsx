import { Button, Group, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { getProductListings, listVerdicts, previewMarket, previewPayout } from '#contract/listings.ts';
import { editProduct, getProduct, giveFact, setPricingPolicy, setVariant } from '#contract/products.ts';
import { getSwitches, setSwitch } from '#contract/switches.ts';
import { type Answer, call, load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { CopyId } from '../ui/copy-id.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { minorOf } from '../ui/minor-units.ts';
import { Money } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { readQuestionAnswer } from '../ui/question-card.tsx';
import { SwitchCard } from '../ui/switch-card.tsx';
import { ListingStateBadge } from '../ui/status-badge.tsx';
import type { Route } from './+types/product.ts';
import { GiveFactCard } from './give-fact-card.tsx';
import { ListingSections } from './listing-sections.tsx';
import { marketIn } from './market-field.ts';
import { PastVerdicts } from './past-verdicts.tsx';
import { PreviewSections } from './preview-sections.tsx';
import { ProductForms } from './product-forms.tsx';
import { ProductFacts } from './product-facts.tsx';
import styles from './product.module.css';
import { useMerchantText } from './text.ts';
import { VariantForms } from './variant-forms.tsx';

const MARKETS = ['US', 'HK', 'MO'] as const;

export async function loader(args: Route.LoaderArgs) {
  const { productId } = args.params;
  const [product, { listings }, board, { items: verdicts }] = await Promise.all([
    load(args, getProduct, { params: { productId } }),
    load(args, getProductListings, { params: { productId } }),
    load(args, getSwitches, {}),
    load(args, listVerdicts, { params: { productId } }),
  ]);
  const own = board.switches.find((each) => each.scope === 'product' && each.productId === productId);
  const asked = marketIn(new URL(args.request.url).searchParams.get('market') ?? '');
  const market = asked ?? listings.find(({ state }) => state === 'held')?.market ?? listings[0]?.market ?? 'US';
  const listing = listings.find((each) => each.market === market) ?? null;
  const preview = listing === null || listing.verdict === null ? await load(args, previewMarket, { params: { productId, market } }) : null;
  const payout = await call(args, previewPayout, { params: { productId, market } });
  const give = new URL(args.request.url).searchParams.get('give');
  return { payout: payout.ok ? payout.value : null, give, product, market, listing, verdicts: verdicts.filter((one) => one.market === market), preview, enrolled: board.markets.some((each) => each.enrolled), paused: own?.state === 'paused', key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const { productId } = args.params;
  const fields = await readFields(args.request);
  const intent = fields.oneOf('intent', ['answer', 'switch', 'pricing', 'variant', 'edit']);
  const done = await run();
  return { intent, problem: done.ok ? null : done.problem };

  function run(): Promise<Answer<unknown>> {
    const params = { productId };
    switch (intent) {
      case 'answer':
        return call(args, giveFact, { params, body: readQuestionAnswer(fields) });
      case 'switch':
        return call(args, setSwitch, { body: { productId, state: fields.oneOf('state', ['paused', 'open']) } });
      case 'pricing': {
        const floor = fields.optional('floor');
        return call(args, setPricingPolicy, { params, body: { keepDomesticPrice: fields.checked('keep'), floorMinor: floor === null ? null : minorOf(floor) } });
      }
      case 'variant':
        return call(args, setVariant, { params: { variantId: fields.text('variantId') }, body: { priceMinor: minorOf(fields.text('price')), stock: fields.whole('stock') }, idempotencyKey: fields.key });
      case 'edit':
        return call(args, editProduct, { params, body: { title: fields.text('title'), description: fields.optional('description'), category: fields.optional('category') } });
    }
  }
}

export default function ProductPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const { payout, give, product, market: shown, listing, verdicts, preview, enrolled, paused, key } = loaderData;
  return (
    <Stack gap="lg">
      <PageHeader
        title={product.title}
        lang="zh-Hans"
        back={{ to: '/merchant/products', label: t('merchant.products') }}
        actions={listing?.storefrontPath ? <Button component={Link} to={listing.storefrontPath} variant="default">{t('merchant.product.see')}</Button> : undefined}
      />
      <div className={styles.summary}>
        {product.image !== null && <img src={product.image} alt="" />}
        <div>
          <Group gap="xs">
            <strong>{product.price && <Money amount={product.price} />}</strong>
            <span>
              {t('merchant.products.stock')} {product.stock}
            </span>
            <CopyId id={product.id} />
          </Group>
        </div>
      </div>
      <Problem problem={actionData?.problem} />
      {actionData?.problem === null && actionData.intent !== 'switch' && (
        <p role="status" className={styles.saved}>
          {t('merchant.product.saved')}
        </p>
      )}
      <Group gap="md">
        <Chips
          label={t('merchant.markets')}
          items={MARKETS.map((market) => ({ to: `?market=${market}`, label: t(`ui.market.${market}`), current: market === shown }))}
        />
        {listing && <ListingStateBadge state={listing.state} />}
      </Group>
      {give !== null && actionData?.problem !== null && <GiveFactCard fact={give} />}
      {preview ? <PreviewSections preview={preview} payout={payout} product={product} /> : listing && <ListingSections listing={listing} payout={payout} product={product} />}
      {verdicts.length > 1 && <PastVerdicts verdicts={verdicts} />}
      {enrolled && (
        <SwitchCard
          size="m"
          title={t('merchant.switch.product')}
          open={!paused}
          now={t(paused ? 'merchant.switch.productPaused' : 'merchant.switch.productOpen')}
          consequence={t('merchant.switch.productConsequence')}
        />
      )}
      <VariantForms variants={product.variants} formKey={key} />
      <ProductForms product={product} />
      <ProductFacts facts={product.facts} />
    </Stack>
  );
}
