import { Button, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { Form, useNavigation, useSearchParams } from 'react-router';
import { listTariffProgrammes } from '#contract/editions.ts';
import { compareStock } from '#contract/listings.ts';
import { getProduct } from '#contract/products.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { Money } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PriceTable } from '../ui/price-waterfall.tsx';
import { Problem } from '../ui/problem.tsx';
import type { StockChoice } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/stock-choice.ts';
import { marketIn } from './market-field.ts';
import styles from './stock-choice.module.css';
import { useMerchantText } from './text.ts';

const MARKETS = ['US', 'HK', 'MO'] as const;

export async function loader(args: Route.LoaderArgs) {
  const { productId } = args.params;
  const asked = new URL(args.request.url).searchParams;
  const market = marketIn(asked.get('market') ?? '') ?? 'US';
  const given = (name: string) => (asked.get(name) ?? '').replace(/[^\d.]/g, '') || undefined;
  const query = { pieces: given('pieces'), months: given('months'), customsPercent: given('customsPercent'), heading: asked.get('heading') || undefined, percent: given('percent') };
  const [product, { items }, choice] = await Promise.all([load(args, getProduct, { params: { productId } }), load(args, listTariffProgrammes, {}), call(args, compareStock, { params: { productId, market }, query })]);
  const duties = [...new Map(items.map((row) => [row.heading, row])).values()];
  return { product, market, duties, choice: choice.ok ? choice.value : null, problem: choice.ok ? null : choice.problem };
}

/** Whether goods had better lie in the market or be sent piece by piece: a question with a forecast, answered line by line. */
export default function StockChoicePage({ loaderData: { product, market, duties, choice, problem } }: Route.ComponentProps) {
  const t = useMerchantText();
  const say = useLocalText();
  const [asked] = useSearchParams();
  const busy = useNavigation().state !== 'idle';
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.stock')} lead={t('merchant.stock.lead')} back={{ to: `/merchant/products/${product.id}`, label: product.title }} />
      <Card title={t('merchant.stock.ask')} hint={t('merchant.stock.askHint')} tone="accent">
        <Form method="get" className={styles.form} preventScrollReset>
          <NativeSelect label={t('merchant.stock.market')} name="market" defaultValue={market} data={MARKETS.map((one) => ({ value: one, label: t(`ui.market.${one}`) }))} />
          <NumberInput label={t('merchant.stock.pieces')} name="pieces" min={1} max={100_000} required defaultValue={Number(asked.get('pieces') ?? 300)} />
          <NumberInput label={t('merchant.stock.months')} name="months" min={1} max={24} required defaultValue={Number(asked.get('months') ?? 3)} />
          <NativeSelect label={t('merchant.stock.whatIf')} name="heading" defaultValue={asked.get('heading') ?? ''} data={[{ value: '', label: t('merchant.stock.asToday') }, ...duties.map((row) => ({ value: row.heading, label: t('merchant.tariffs.now', { name: say(row.name), heading: row.heading, percent: row.ratePpm / 10_000 }) }))]} />
          <NumberInput label={t('merchant.tariffs.percent')} name="percent" min={0} max={1_000} decimalScale={2} suffix=" %" defaultValue={Number((asked.get('percent') ?? '25').replace(/[^\d.]/g, '') || 25)} />
          <Button type="submit" loading={busy}>
            {t('merchant.stock.compare')}
          </Button>
        </Form>
      </Card>
      <Problem problem={problem} />
      {choice && <Answer choice={choice.now} title={t('merchant.stock.today')} />}
      {choice?.ifChanged && <Answer choice={choice.ifChanged} title={t('merchant.stock.ifChanged')} />}
    </Stack>
  );
}

function Answer({ choice, title }: Readonly<{ choice: StockChoice; title: string }>) {
  const t = useMerchantText();
  const { direct, overseas, breakEvenPieces } = choice;
  const priceLines = ({ lines }: StockChoice['direct']) => lines.map((line) => ({ ...line, basis: null, source: null }));
  return (
    <Card title={`${title}: ${t(`merchant.stock.cheaper.${choice.cheaper}`)}`} hint={breakEvenPieces === null ? t('merchant.stock.never') : t('merchant.stock.breakEven', { pieces: Number(breakEvenPieces) })}>
      <div className={styles.ways}>
        <PriceTable caption={t('merchant.stock.direct')} side={{ total: direct.perPiece, lines: priceLines(direct) }} emphasis={choice.cheaper === 'direct'} />
        <PriceTable caption={t('merchant.stock.overseas')} side={{ total: overseas.perPiece, lines: priceLines(overseas) }} emphasis={choice.cheaper === 'overseas'} />
      </div>
      <h3 className={styles.curveTitle}>{t('merchant.stock.bySize')}</h3>
      <ul className={styles.curve}>
        {choice.curve.map((point) => (
          <li key={point.pieces} data-pays={Number(point.perPiece.minor) <= Number(direct.perPiece.minor) || undefined}>
            <span>{t('merchant.orders.quantity', { count: point.pieces })}</span>
            <Money amount={point.perPiece} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
