import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { Form, Link, redirect, useNavigation } from 'react-router';
import { publishNote, searchCreatorProducts } from '#contract/notes.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { readFields } from '../ui/form.ts';
import { LOCALE_NAMES } from '../ui/locale.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useLocale } from '../ui/text.tsx';
import type { Route } from './+types/new-note.ts';
import { addressWith, type Choice, type Choosable, readChoice } from './chosen-products.ts';
import styles from './new-note.module.css';
import { useCreatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const choice = readChoice(asked);
  const { items } = await load(args, searchCreatorProducts, { query: { search: choice.search } });
  return { choice, items };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const { ids } = readChoice(new URL(args.request.url).searchParams);
  const note = {
    title: fields.text('title'), body: fields.text('body'), scene: fields.text('scene'), language: fields.oneOf('language', ['zh-Hans', 'zh-Hant', 'en']),
    tags: fields.text('tags').split(/[,，、#\s]+/).filter((tag) => tag !== ''), cover: fields.text('cover'),
  };
  const published = await call(args, publishNote, { body: { ...note, productIds: [...ids] } });
  return published.ok ? redirect('/creator', 303) : { problem: published.problem, note };
}

export default function NewNote({ loaderData: { choice, items }, actionData }: Route.ComponentProps) {
  const t = useCreatorText();
  const locale = useLocale();
  const busy = useNavigation().state !== 'idle';
  const problem = actionData?.problem;
  const note = actionData?.note;
  return (
    <Stack gap="lg">
      <PageHeader title={t('creator.new')} lead={t('creator.new.lead')} />
      <Problem problem={problem} />
      <Picker choice={choice} items={items} />
      {choice.ids.length > 0 && (
        <Card title={t('creator.new')}>
          <Form method="post" className={styles.form}>
            <TextInput label={t('creator.new.title')} name="title" required minLength={2} maxLength={120} defaultValue={note?.title ?? ''} error={problemAt(problem, 'title')} />
            <Textarea label={t('creator.new.body')} name="body" required minLength={10} maxLength={5000} minRows={6} defaultValue={note?.body ?? ''} error={problemAt(problem, 'body')} />
            <div className={styles.row}>
              <TextInput label={t('creator.new.tags')} name="tags" defaultValue={note?.tags.join(', ') ?? ''} error={problemAt(problem, 'tags')} />
              <TextInput label={t('creator.new.scene')} name="scene" maxLength={40} defaultValue={note?.scene ?? ''} error={problemAt(problem, 'scene')} />
              <NativeSelect label={t('creator.new.language')} name="language" defaultValue={note?.language ?? locale} data={Object.entries(LOCALE_NAMES).map(([value, label]) => ({ value, label }))} />
            </div>
            <Covers items={items.filter(({ id }) => choice.ids.includes(id))} />
            <div>
              <Button type="submit" loading={busy}>
                {t('creator.new.publish')}
              </Button>
            </div>
          </Form>
        </Card>
      )}
    </Stack>
  );
}

function Picker({ choice, items }: Readonly<{ choice: Choice; items: readonly Choosable[] }>) {
  const t = useCreatorText();
  return (
    <Card title={t('creator.new.chosen')} aside={<span className="tabular">{choice.ids.length} / 6</span>}>
      <SearchField label={t('creator.new.search')} value={choice.search} keep={{ products: choice.ids.join(',') }} />
      {items.length === 0 && <p>{t('creator.new.none')}</p>}
      <ul className={styles.products}>
        {items.map((item) => {
          const chosen = choice.ids.includes(item.id);
          return (
            <li key={item.id} data-chosen={chosen || undefined}>
              {item.image !== null && <img src={item.image} alt="" loading="lazy" />}
              <span lang="zh-Hans">
                {item.title}
                <small lang={undefined}>{item.markets.map((market) => t(`ui.market.${market}`)).join(' · ')}</small>
              </span>
              <Link to={addressWith(choice, item.id)} preventScrollReset>
                {t(chosen ? 'creator.new.remove' : 'creator.new.add')}
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Covers({ items }: Readonly<{ items: readonly Choosable[] }>) {
  const t = useCreatorText();
  return (
    <fieldset className={styles.covers}>
      <legend>{t('creator.new.cover')}</legend>
      {items.map((item, index) => (
        <label key={item.id}>
          <input type="radio" name="cover" value={item.image ?? ''} defaultChecked={index === 0} required />
          {item.image === null ? item.title : <img src={item.image} alt={item.title} />}
        </label>
      ))}
    </fieldset>
  );
}
