import { Button, Checkbox, Group, NumberInput, Stack, Textarea } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import type { RouteReply } from '#contract/route.ts';
import type { getClaim } from '#contract/claims.ts';
import { Card } from '../ui/card.tsx';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { type Problem, problemAt } from '../ui/problem.tsx';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

export type ClaimData = RouteReply<typeof getClaim>;
export const PARTIES = ['merchant', 'hub', 'carrier', 'platform'] as const;

type DecisionProps = Readonly<{ claim: ClaimData; idempotencyKey: string; problem: Parameters<typeof Problem>[0]['problem']; reason: string }>;

/** The percent each party bears, in one row; the database and core refuse what no evidence on file carries. */
function Shares({ faults, problem }: Readonly<{ faults: ClaimData['faults']; problem: DecisionProps['problem'] }>) {
  const t = useOperatorText();
  const percentOf = (party: string) => Math.round((faults.find((fault) => fault.party === party)?.sharePpm ?? (faults.length === 0 && party === 'platform' ? 1_000_000 : 0)) / 10_000);
  const wrong = problemAt(problem, 'shares') ?? problemAt(problem, 'fault');
  return (
    <fieldset className={styles.shares}>
      <legend>{t('operator.claims.fault')}</legend>
      {PARTIES.map((party) => (
        <NumberInput key={party} name={`share.${party}`} label={t(`operator.party.${party}`)} defaultValue={percentOf(party)} min={0} max={100} suffix=" %" allowDecimal={false} error={wrong !== null} />
      ))}
      {wrong !== null && <p role="alert">{wrong}</p>}
    </fieldset>
  );
}

function Reason({ problem, reason }: Pick<DecisionProps, 'problem' | 'reason'>) {
  const t = useOperatorText();
  return <Textarea label={t('operator.claims.reason')} name="reason" required minLength={3} maxLength={1000} autosize minRows={2} defaultValue={reason} error={problemAt(problem, 'reason')} />;
}

/** A waiting claim: granted in whole or part, with or without the goods, or declined. */
export function Decision({ claim, idempotencyKey, problem, reason }: DecisionProps) {
  const t = useOperatorText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Card title={t('operator.claims.decide')} hint={t('operator.claims.decideHint')} tone="accent">
      <Form method="post" className={styles.form}>
        <IdempotencyField value={idempotencyKey} />
        <Shares faults={claim.proposal?.faults ?? []} problem={problem} />
        <Group align="end">
          <NumberInput name="refundPercent" label={t('operator.claims.refundPercent')} defaultValue={100} min={1} max={100} suffix=" %" allowDecimal={false} error={problemAt(problem, 'refundPercent')} />
          <Checkbox name="goodsBack" value="yes" label={t('operator.claims.goodsBack')} />
        </Group>
        <Reason problem={problem} reason={reason} />
        <Group>
          <Button type="submit" name="decision" value="grant" loading={busy}>
            {t('operator.claims.grant')}
          </Button>
          <Button type="submit" name="decision" value="decline" variant="default" disabled={busy}>
            {t('operator.claims.decline')}
          </Button>
        </Group>
      </Form>
    </Card>
  );
}

/** A settled claim: decided anew, or left as it is when the merchant appealed. */
export function Reversal({ claim, idempotencyKey, problem, reason }: DecisionProps) {
  const t = useOperatorText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Card title={t(claim.appealOpen ? 'operator.claims.appealed' : 'operator.claims.overturn')} hint={t('operator.claims.overturnHint')} tone={claim.appealOpen ? 'accent' : 'plain'}>
      {claim.appeal !== null && <blockquote className={styles.said} lang="zh-Hans">{claim.appeal}</blockquote>}
      <details open={claim.appealOpen}>
        <summary>{t('operator.claims.overturn')}</summary>
        <Form method="post" className={styles.form}>
          <IdempotencyField value={idempotencyKey} />
          <Stack gap="md" mt="md">
            <Shares faults={claim.faults} problem={problem} />
            <Reason problem={problem} reason={reason} />
            <Group>
              <Button type="submit" name="decision" value="overturn" loading={busy}>
                {t('operator.claims.overturn.send')}
              </Button>
              {claim.appealOpen && (
                <Button type="submit" name="decision" value="uphold" variant="default" disabled={busy}>
                  {t('operator.claims.uphold')}
                </Button>
              )}
            </Group>
          </Stack>
        </Form>
      </details>
    </Card>
  );
}
