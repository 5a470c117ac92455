import { Anchor, Button, Checkbox, PasswordInput, Textarea, TextInput, Title } from '@mantine/core';
import { Form, Link, useNavigation } from 'react-router';
import { registerMerchant } from '#contract/session.ts';
import { call } from '../ui/api.ts';
import { readFields } from '../ui/form.ts';
import { Problem, problemAt } from '../ui/problem.tsx';
import type { Route } from './+types/register.ts';
import styles from './layout.module.css';
import { signIn } from './sign-in-call.ts';
import { useAccountText } from './text.ts';

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const who = { shopName: fields.text('shopName'), personName: fields.text('personName'), city: fields.text('city'), email: fields.text('email') };
  const password = fields.text('password');
  const said = { originalDesign: fields.checked('originalDesign'), craft: fields.checked('craft'), story: fields.optional('story') };
  const made = await call(args, registerMerchant, { body: { ...who, ...said, password } });
  if (!made.ok) return { problem: made.problem, who };
  const outcome = await signIn(args, { email: who.email, password, next: '/merchant' });
  return typeof outcome === 'string' ? null : outcome;
}

export default function Register({ actionData }: Route.ComponentProps) {
  const t = useAccountText();
  const busy = useNavigation().state !== 'idle';
  const problem = actionData?.problem;
  const who = actionData?.who;
  return (
    <Form method="post" className={styles.form}>
      <Title order={1}>{t('account.register')}</Title>
      <p>{t('account.register.lead')}</p>
      <Problem problem={problem} />
      <TextInput label={t('account.shopName')} name="shopName" required minLength={2} maxLength={60} defaultValue={who?.shopName ?? ''} error={problemAt(problem, 'shopName')} />
      <TextInput label={t('account.personName')} name="personName" required maxLength={60} autoComplete="name" defaultValue={who?.personName ?? ''} error={problemAt(problem, 'personName')} />
      <TextInput label={t('account.city')} name="city" required maxLength={60} defaultValue={who?.city ?? ''} error={problemAt(problem, 'city')} />
      <TextInput label={t('account.email')} name="email" type="email" required autoComplete="email" defaultValue={who?.email ?? ''} error={problemAt(problem, 'email')} />
      <PasswordInput label={t('account.password')} description={t('account.password.hint')} name="password" required minLength={10} maxLength={128} autoComplete="new-password" error={problemAt(problem, 'password')} />
      <Checkbox label={t('account.originalDesign')} name="originalDesign" />
      <Checkbox label={t('account.craft')} name="craft" />
      <Textarea label={t('account.story')} description={t('account.story.hint')} name="story" maxLength={500} />
      <Button type="submit" size="lg" loading={busy}>
        {t('account.register')}
      </Button>
      <div>
        {t('account.existing')} <Anchor component={Link} to="/sign-in">{t('account.signIn')}</Anchor>
      </div>
    </Form>
  );
}
