import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { data, Form, redirect, useNavigation } from 'react-router';
import { openAppeal } from '#contract/appeals.ts';
import { listDocuments } from '#contract/documents.ts';
import { getProductListings } from '#contract/listings.ts';
import { getProduct } from '#contract/products.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { FindingList } from '../ui/reason-list.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/new-appeal.ts';
import styles from './appeal.module.css';
import { marketIn } from './market-field.ts';
import { useMerchantText } from './text.ts';

/** The finding an address names: product, market and rule. */
function askedOf(request: Request) {
  const asked = new URL(request.url).searchParams;
  return { productId: asked.get('product') ?? '', market: marketIn(asked.get('market') ?? '') ?? 'US', ruleId: asked.get('rule') ?? '' };
}

export async function loader(args: Route.LoaderArgs) {
  const { productId, market, ruleId } = askedOf(args.request);
  const [product, { listings }, documents] = await Promise.all([load(args, getProduct, { params: { productId } }), load(args, getProductListings, { params: { productId } }), load(args, listDocuments, {})]);
  const verdict = listings.find((one) => one.market === market)?.verdict ?? null;
  const finding = verdict?.findings.find((one) => one.ruleId === ruleId);
  if (finding === undefined) throw data(null, { status: 404 });
  return { product: { id: product.id, title: product.title, description: product.description ?? '' }, market, finding, questions: verdict?.questions ?? [], documents: documents.items.filter((one) => one.state !== 'expired'), key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const fact = fields.optional('fact');
  const value = fields.optional('value');
  const opened = await call(args, openAppeal, { body: { ...askedOf(args.request), words: fields.text('words'), fact: fact === null || value === null ? null : { fact, value }, documentId: fields.optional('documentId') }, idempotencyKey: fields.key });
  return opened.ok ? redirect(`/merchant/appeals/${opened.value.id}`, 303) : { problem: opened.problem, words: fields.text('words') };
}

export default function NewAppeal({ loaderData: { product, market, finding, questions, documents, key }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  const problem = actionData?.problem;
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.appeals.new')} lead={t('merchant.appeals.newLead')} back={{ to: `/merchant/products/${product.id}?market=${market}`, label: product.title }} />
      <Problem problem={problem} />
      <Card title={t('merchant.appeals.finding')}>
        <FindingList findings={[finding]} fields={{ title: product.title, description: product.description }} />
      </Card>
      <Card title={t('merchant.appeals.answer')} hint={t('merchant.appeals.answerHint')} tone="accent">
        <Form method="post" className={styles.form}>
          <IdempotencyField value={key} />
          <Textarea label={t('merchant.appeals.words')} name="words" required minLength={5} maxLength={2000} autosize minRows={3} defaultValue={actionData?.words ?? ''} error={problemAt(problem, 'words')} />
          {questions.length > 0 && (
            <>
              <NativeSelect label={t('merchant.appeals.fact')} name="fact" data={[{ value: '', label: '—' }, ...questions.map((one) => ({ value: one.fact, label: say(one.ask) }))]} error={problemAt(problem, 'fact')} />
              <TextInput label={t('merchant.appeals.factValue')} name="value" maxLength={200} />
            </>
          )}
          <NativeSelect label={t('merchant.appeals.document')} description={t('merchant.appeals.documentHint')} name="documentId" data={[{ value: '', label: '—' }, ...documents.map((one) => ({ value: one.id, label: `${say(one.name)} ${one.number ?? ''}` }))]} error={problemAt(problem, 'documentId')} />
          <div>
            <Button type="submit" loading={busy}>
              {t('merchant.appeals.send')}
            </Button>
          </div>
        </Form>
      </Card>
    </Stack>
  );
}
