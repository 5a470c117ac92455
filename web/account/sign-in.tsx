import { Alert, Anchor, Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { Form, Link, useNavigation } from 'react-router';
import { demoAccounts } from '#contract/session.ts';
import { call } from '../ui/api.ts';
import { DemoBanner } from '../ui/demo-banner.tsx';
import { readFields } from '../ui/form.ts';
import { useLocale } from '../ui/text.tsx';
import type { Route } from './+types/sign-in.ts';
import styles from './layout.module.css';
import { signIn } from './sign-in-call.ts';
import { useAccountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const demo = await call(args, demoAccounts, {});
  return { accounts: demo.ok ? demo.value.accounts : [], next: new URL(args.request.url).searchParams.get('next') ?? '' };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const outcome = await signIn(args, { email: fields.text('email'), password: fields.text('password'), next: fields.text('next') });
  if (typeof outcome !== 'string') return outcome;
  return { refusal: outcome, email: fields.text('email') };
}

export default function SignIn({ loaderData: { accounts, next }, actionData }: Route.ComponentProps) {
  const t = useAccountText();
  const busy = useNavigation().state !== 'idle';
  return (
    <>
      <Form method="post" className={styles.form}>
        <Title order={1}>{t('account.signIn')}</Title>
        <p>{t('account.signIn.lead')}</p>
        {actionData && (
          <Alert color="red" role="alert">
            {t(actionData.refusal)}
          </Alert>
        )}
        <input type="hidden" name="next" value={next} />
        <TextInput label={t('account.email')} name="email" type="email" autoComplete="username" required defaultValue={actionData?.email ?? ''} />
        <PasswordInput label={t('account.password')} name="password" autoComplete="current-password" required />
        <Button type="submit" size="lg" loading={busy}>
          {t('account.signIn')}
        </Button>
        <div>
          {t('account.new')} <Anchor component={Link} to="/register">{t('account.register')}</Anchor>
        </div>
      </Form>
      {accounts.length > 0 && (
        <>
          <DemoAccounts accounts={accounts} next={next} />
          <DemoBanner />
        </>
      )}
    </>
  );
}

function DemoAccounts({ accounts, next }: Route.ComponentProps['loaderData']) {
  const t = useAccountText();
  const chinese = useLocale() !== 'en';
  return (
    <section className={styles.form}>
      <Title order={2} size="h3">
        {t('account.demo')}
      </Title>
      <p>{t('account.demo.lead')}</p>
      <div className={styles.demo}>
        {accounts.map((account) => (
          <Form method="post" key={account.email}>
            <input type="hidden" name="next" value={next} />
            <input type="hidden" name="email" value={account.email} />
            <input type="hidden" name="password" value={account.password} />
            <button className={styles.person}>
              <b aria-hidden>{account.name.slice(0, 1)}</b>
              <strong {...(chinese && { lang: 'zh-Hans' })}>{account.name}</strong>
              <em>{account.about}</em>
              <small>{t(`account.kind.${account.kind}`)}</small>
            </button>
          </Form>
        ))}
      </div>
    </section>
  );
}
