import { Stack } from '@mantine/core';
import { uploadMerchantFile } from '#contract/accounts.ts';
import { foreseeDocument, listDocuments, putDocument, removeDocument, replaceDocument } from '#contract/documents.ts';
import { listProducts } from '#contract/products.ts';
import { call, load } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { uploadAll } from '../ui/upload.ts';
import type { Route } from './+types/documents.ts';
import { DocumentEffectNote } from './document-effect.tsx';
import { coverageIn, PutDocumentForm } from './put-document-form.tsx';
import { DocumentEntry } from './document-entry.tsx';
import styles from './documents.module.css';
import { useMerchantText } from './text.ts';

/** Products offered to be ticked come in pages; a shop with more than these covers “those that ask for it” or all. */
const PAGE = 100;
const MOST_PAGES = 5;

async function offeredProducts(args: Route.LoaderArgs) {
  const products: { id: string; title: string }[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES && (page === 0 || cursor !== null); page += 1) {
    const { items, nextCursor }: Awaited<ReturnType<typeof productPage>> = await productPage(args, cursor);
    products.push(...items.map(({ id, title }) => ({ id, title })));
    cursor = nextCursor;
  }
  return { products, more: cursor !== null };
}

function productPage(args: Route.LoaderArgs, cursor: string | null) {
  return load(args, listProducts, { query: { limit: PAGE, ...(cursor !== null && { cursor }) } });
}

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const [{ items, kinds }, offered] = await Promise.all([load(args, listDocuments, {}), offeredProducts(args)]);
  return { items, kinds, ...offered, asked: { kind: asked.get('kind'), product: asked.get('product') }, key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const intent = fields.oneOf('intent', ['foresee', 'put', 'replace', 'remove']);
  const typed = { kind: fields.text('kind'), number: fields.text('number'), laboratory: fields.text('laboratory'), batch: fields.text('batch'), expires: fields.optional('expires') };
  if (intent === 'foresee') {
    const foreseen = await call(args, foreseeDocument, { body: { kind: typed.kind, expires: typed.expires, coverage: coverageIn(fields) } });
    return foreseen.ok ? { intent, typed, effect: foreseen.value, problem: null } : { intent, typed, effect: null, problem: foreseen.problem };
  }
  if (intent === 'remove') {
    const removed = await call(args, removeDocument, { params: { documentId: fields.text('documentId') } });
    return { intent, typed, effect: null, problem: removed.ok ? null : removed.problem };
  }
  const uploaded = await uploadAll(args, uploadMerchantFile, fields.files('file'));
  if (!uploaded.ok) return { intent, typed, effect: null, problem: uploaded.problem };
  const { kind, ...particulars } = { ...typed, fileId: uploaded.value[0] ?? null };
  const put = intent === 'replace'
    ? await call(args, replaceDocument, { params: { documentId: fields.text('documentId') }, body: particulars, idempotencyKey: fields.key })
    : await call(args, putDocument, { body: { kind, ...particulars, coverage: coverageIn(fields) }, idempotencyKey: fields.key });
  return put.ok ? { intent, typed: null, effect: put.value.effect, problem: null } : { intent, typed, effect: null, problem: put.problem };
}

/** The drawer: every document once, what rests on it, and what a new one would open. */
export default function Documents({ loaderData: { items, kinds, products, more, asked, key }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const count = (state: string) => items.filter((one) => one.state === state).length;
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.documents')} lead={t('merchant.documents.lead')} />
      <Stats>
        <Stat label={t('merchant.documents.onFile')} value={items.length - count('expired')} />
        <Stat label={t('merchant.documents.expiring')} value={count('expiring')} tone={count('expiring') > 0 ? 'warn' : 'plain'} />
        <Stat label={t('merchant.documents.expired')} value={count('expired')} tone={count('expired') > 0 ? 'bad' : 'plain'} />
        <Stat label={t('merchant.documents.asked')} value={kinds.filter((one) => one.askedBy > 0).length} />
      </Stats>
      <Problem problem={actionData?.problem} />
      {actionData?.intent !== 'foresee' && actionData?.effect && <DocumentEffectNote effect={actionData.effect} done />}
      <PutDocumentForm kinds={kinds} products={products} more={more} asked={asked} formKey={key} typed={actionData?.typed ?? null} problem={actionData?.problem ?? null}>
        {actionData?.intent === 'foresee' && actionData.effect && <DocumentEffectNote effect={actionData.effect} />}
      </PutDocumentForm>
      {items.length === 0 ? (
        <EmptyState title={t('merchant.documents.none')} text={t('merchant.documents.noneText')} />
      ) : (
        <ul className={styles.drawer} aria-label={t('merchant.documents')}>
          {items.map((item) => (
            <li key={item.id}>
              <DocumentEntry document={item} formKey={`${key}-${item.id}`} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
