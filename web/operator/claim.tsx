import { Stack } from '@mantine/core';
import { Link, redirect } from 'react-router';
import { decideClaim, getClaim, overturnClaim, upholdClaim } from '#contract/claims.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { Instant, useInstant } from '../ui/instant.tsx';
import { useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { ReasonList } from '../ui/reason-list.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import type { Route } from './+types/claim.ts';
import { Decision, PARTIES, Reversal, type ClaimData } from './claim-decision.tsx';
import { CLAIM_TONES } from './claims.tsx';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { claim: await load(args, getClaim, { params: { claimId: args.params.claimId } }), key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const { claimId } = args.params;
  const decision = fields.text('decision');
  const reason = fields.text('reason');
  // A number field sends what it shows: `40 %`.
  const percent = (name: string) => Number(fields.text(name).replaceAll(/[^\d]/g, '') || '0');
  const shares = PARTIES.map((party) => ({ party, percent: percent(`share.${party}`) }));
  const common = { params: { claimId }, idempotencyKey: fields.key };
  const done = decision === 'uphold'
    ? await call(args, upholdClaim, { params: { claimId }, body: { reason } })
    : decision === 'overturn'
      ? await call(args, overturnClaim, { ...common, body: { grant: true, shares, reason } })
      : await call(args, decideClaim, { ...common, body: { grant: decision === 'grant', shares, reason, refundPercent: percent('refundPercent'), goodsBack: fields.text('goodsBack') === 'yes' } });
  return done.ok ? redirect(`/operator/claims/${claimId}`, 303) : { problem: done.problem, reason };
}

export default function ClaimPage({ loaderData: { claim, key }, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  const when = useInstant();
  const waiting = claim.state === 'open' || claim.state === 'with_merchant' || claim.state === 'awaiting_return';
  const due = claim.state === 'with_merchant' ? claim.answerDue : (claim.reviewDue ?? null);
  return (
    <Stack gap="lg">
      <PageHeader title={`${t(`operator.claims.kind.${claim.kind}`)} · ${claim.title} × ${claim.quantity}`} lead={due === null ? undefined : t(claim.overdue ? 'operator.claims.overdueSince' : 'operator.claims.dueBy', { when: when(due) })} back={{ to: '/operator/claims', label: t('operator.claims') }} actions={<StatusBadge tone={CLAIM_TONES[claim.state]} size="l">{t(`operator.claims.state.${claim.state}`)}</StatusBadge>} />
      <Problem problem={actionData?.problem} />
      <div className={styles.columns}>
        <Card title={t('operator.claims.buyer')} aside={<Link to={`/operator/orders/${claim.orderId}`}>{t('operator.claims.order')}</Link>}>
          <blockquote className={styles.said}>{claim.description}</blockquote>
          <Photos files={claim.photos} label={t('operator.claims.photos')} />
        </Card>
        <Evidence claim={claim} />
      </div>
      {claim.merchantAnswer !== null && (
        <Card title={t('operator.claims.merchant')}>
          <blockquote className={styles.said} lang="zh-Hans">{claim.merchantAnswer}</blockquote>
        </Card>
      )}
      {(claim.flags.length > 0 || claim.claimsBefore > 0) && <Signals claim={claim} />}
      {claim.goodsBack !== null && <Card title={t('operator.claims.return')}>{t('operator.claims.return.text', { code: claim.goodsBack.code, state: t(`operator.claims.return.${claim.goodsBack.state}`), by: when(claim.goodsBack.sendBy, 'day'), free: when(claim.goodsBack.dutyFreeUntil, 'day') })}</Card>}
      {waiting && claim.proposal !== null && <Proposal claim={claim} />}
      {waiting && <Decision claim={claim} idempotencyKey={key} problem={actionData?.problem} reason={actionData?.reason ?? ''} />}
      {!waiting && (
        <Card title={t('operator.claims.decided')} aside={<WhyDrawer id={claim.id} base="/operator/why" />}>
          <ReasonList reasons={claim.reasons} />
          <Faults faults={claim.faults} />
        </Card>
      )}
      {!waiting && <Reversal claim={claim} idempotencyKey={key} problem={actionData?.problem} reason={actionData?.reason ?? ''} />}
    </Stack>
  );
}

function Photos({ files, label }: Readonly<{ files: readonly string[]; label: string }>) {
  return (
    <ul className={styles.photos} aria-label={label}>
      {files.map((file, index) => (
        <li key={file}>
          <a href={`/api/v1/operator/files/${file}`} target="_blank" rel="noreferrer">
            <img src={`/api/v1/operator/files/${file}`} alt={`${label} ${index + 1}`} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Evidence({ claim }: Readonly<{ claim: ClaimData }>) {
  const t = useOperatorText();
  const say = useLocalText();
  return (
    <Card title={t('operator.claims.evidence')} hint={t('operator.claims.evidenceHint')}>
      <ul className={styles.evidence}>
        {claim.evidence.map((piece) => (
          <li key={piece.id}>
            {say(piece.text)} · <Instant at={piece.at} />
          </li>
        ))}
      </ul>
      <Photos files={claim.evidence.flatMap((piece) => (piece.fileId === null || claim.photos.includes(piece.fileId) ? [] : [piece.fileId]))} label={t('operator.claims.evidence')} />
    </Card>
  );
}

function Faults({ faults }: Readonly<{ faults: ClaimData['faults'] }>) {
  const t = useOperatorText();
  const money = useMoney();
  return (
    <ul className={styles.evidence}>
      {faults.map((fault) => (
        <li key={fault.party}>
          {t(`operator.party.${fault.party}`)} {fault.sharePpm / 10_000} % · {money(fault.amount)} · {t('operator.claims.pieces', { count: fault.evidence.length })}
        </li>
      ))}
    </ul>
  );
}

/** What the policy the buyer saw says to this evidence. */
function Proposal({ claim: { proposal } }: Readonly<{ claim: ClaimData }>) {
  const t = useOperatorText();
  const money = useMoney();
  if (proposal === null) return null;
  return (
    <Card title={t(proposal.grant ? 'operator.claims.proposalGrant' : 'operator.claims.proposalDecline', { amount: money(proposal.refund) })}>
      <ReasonList reasons={proposal.reasons} />
      <Faults faults={proposal.faults} />
    </Card>
  );
}

/** What was noticed beside the evidence. It asks for a person's eye and never declines by itself. */
function Signals({ claim }: Readonly<{ claim: ClaimData }>) {
  const t = useOperatorText();
  return (
    <Card title={t('operator.claims.signals')} hint={t('operator.claims.signalsHint')}>
      <ul className={styles.evidence}>
        {claim.flags.map((flag) => (
          <li key={flag.fileId}>
            {t('operator.claims.samePhoto', { bits: flag.differentBits })} <Link to={`/operator/claims/${flag.claimId}`}>{t('operator.claims.otherClaim')}</Link>
          </li>
        ))}
        {claim.claimsBefore > 0 && <li>{t('operator.claims.claimsBefore', { count: claim.claimsBefore })}</li>}
      </ul>
    </Card>
  );
}
