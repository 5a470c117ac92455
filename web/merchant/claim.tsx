import { Button, Stack, Textarea } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { uploadMerchantFile } from '#contract/accounts.ts';
import { answerClaim, appealClaim, getMerchantClaim } from '#contract/claims.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { readFields } from '../ui/form.ts';
import { Instant, useInstant } from '../ui/instant.tsx';
import { Money } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PhotoInput } from '../ui/photo-input.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { ReasonList } from '../ui/reason-list.tsx';
import type { Claim } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import { uploadAll } from '../ui/upload.ts';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import type { Route } from './+types/claim.ts';
import { ClaimStateBadge } from './claim-state.tsx';
import styles from './claim.module.css';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { claim: await load(args, getMerchantClaim, { params: { claimId: args.params.claimId } }) };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const photos = await uploadAll(args, uploadMerchantFile, fields.files('photos'));
  if (!photos.ok) return { problem: photos.problem };
  const input = { params: { claimId: args.params.claimId }, body: { text: fields.text('text'), photos: photos.value } };
  const done = fields.text('intent') === 'appeal' ? await call(args, appealClaim, input) : await call(args, answerClaim, input);
  return done.ok ? null : { problem: done.problem };
}

export default function ClaimPage({ loaderData: { claim }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const when = useInstant();
  const leadOf = () => {
    if (claim.state === 'with_merchant' && claim.answerDue !== null) return t('merchant.claims.answerBy', { when: when(claim.answerDue) });
    return claim.reviewDue === null ? undefined : t('merchant.claims.personBy', { when: when(claim.reviewDue) });
  };
  const mayAnswer = claim.merchantAnswer === null && (claim.state === 'open' || claim.state === 'with_merchant');
  return (
    <Stack gap="lg">
      <PageHeader
        title={`${t(`merchant.claims.kind.${claim.kind}`)} · ${claim.title}`}
        back={{ to: '/merchant/claims', label: t('merchant.claims') }}
        lead={leadOf()}
        actions={<ClaimStateBadge state={claim.state} size="l" />}
      />
      <Problem problem={actionData?.problem} />
      <div className={styles.columns}>
        <Card title={t('merchant.claims.said')}>
          <blockquote className={styles.said}>{claim.description}</blockquote>
          <Photos label={t('merchant.claims.photos')} files={claim.photos} />
        </Card>
        <Evidence claim={claim} />
      </div>
      {(claim.reasons.length > 0 || claim.faults.length > 0) && (
        <Card title={t('merchant.claims.reasons')} aside={<WhyDrawer id={claim.id} base="/merchant/why" />}>
          <ReasonList reasons={claim.reasons} />
          <Faults claim={claim} />
        </Card>
      )}
      {claim.merchantAnswer !== null && <Card title={t('merchant.claims.answered')}>{claim.merchantAnswer}</Card>}
      {claim.goodsBack !== null && (
        <Card title={t('merchant.claims.return')}>{t('merchant.claims.return.text', { code: claim.goodsBack.code, state: t(`merchant.claims.return.${claim.goodsBack.state}`), when: when(claim.goodsBack.dutyFreeUntil, 'day') })}</Card>
      )}
      {claim.appeal !== null && <Card title={t('merchant.claims.appealed')}>{claim.appeal}</Card>}
      {mayAnswer && <AnswerForm intent="answer" problem={actionData?.problem} />}
      {claim.mayAppeal && <AnswerForm intent="appeal" hint={claim.appealUntil === null ? undefined : t('merchant.claims.appeal.until', { when: when(claim.appealUntil) })} problem={actionData?.problem} />}
    </Stack>
  );
}

function Photos({ label, files }: Readonly<{ label: string; files: readonly string[] }>) {
  return (
    <ul className={styles.photos} aria-label={label}>
      {files.map((file, index) => (
        <li key={file}>
          <a href={`/api/v1/merchant/files/${file}`} target="_blank" rel="noreferrer">
            <img src={`/api/v1/merchant/files/${file}`} alt={`${label} ${index + 1}`} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Evidence({ claim }: Readonly<{ claim: Claim }>) {
  const t = useMerchantText();
  const say = useLocalText();
  return (
    <Card title={t('merchant.claims.evidence')}>
      <ul className={styles.evidence}>
        {claim.evidence.map((piece) => (
          <li key={piece.id}>
            {piece.fileId !== null && <Photos label={say(piece.text)} files={[piece.fileId]} />}
            <span>
              {say(piece.text)}
              <small>
                <Instant at={piece.at} />
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Faults({ claim: { faults, evidence } }: Readonly<{ claim: Claim }>) {
  const t = useMerchantText();
  const say = useLocalText();
  if (faults.length === 0) return null;
  const nameOf = (id: string): string => {
    const piece = evidence.find((each) => each.id === id);
    return piece === undefined ? id : say(piece.text);
  };
  return (
    <dl className={styles.faults} aria-label={t('merchant.claims.fault')}>
      {faults.map((fault) => (
        <div key={fault.party}>
          <dt>
            {t(`merchant.claims.party.${fault.party}`)} {fault.sharePpm / 10_000} %
          </dt>
          <dd>
            <Money amount={fault.amount} />
            <small>{fault.evidence.map(nameOf).join(' · ')}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The merchant's words and photos: before a decision, or against one. */
function AnswerForm({ intent, hint, problem }: Readonly<{ intent: 'answer' | 'appeal'; hint?: string | undefined; problem: Parameters<typeof Problem>[0]['problem'] }>) {
  const t = useMerchantText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Card title={t(intent === 'appeal' ? 'merchant.claims.appeal' : 'merchant.claims.answer')} hint={hint} tone="accent">
      <Form method="post" encType="multipart/form-data" className={styles.form} preventScrollReset>
        <input type="hidden" name="intent" value={intent} />
        <Textarea name="text" aria-label={t(intent === 'appeal' ? 'merchant.claims.appeal' : 'merchant.claims.answer')} required minLength={3} maxLength={2000} error={problemAt(problem, 'text')} />
        <PhotoInput label={t('merchant.claims.answer.photos')} error={problemAt(problem, 'photos')} />
        <div>
          <Button type="submit" loading={busy}>
            {t(intent === 'appeal' ? 'merchant.claims.appeal.send' : 'merchant.claims.answer.send')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
