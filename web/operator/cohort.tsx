import { Stack } from '@mantine/core';
import { getCohort } from '#contract/cohorts.ts';
import { load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/cohort.ts';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

const TONES = { sent: 'info', accepted: 'good', declined: 'plain', withdrawn: 'plain' } as const;

export async function loader(args: Route.LoaderArgs) {
  return load(args, getCohort, { params: { cohortId: args.params.cohortId } });
}

export default function CohortPage({ loaderData: { cohort, invitations } }: Route.ComponentProps) {
  const t = useOperatorText();
  const say = useLocalText();
  const plan = invitations[0]?.feePlanText;
  return (
    <Stack gap="lg">
      <PageHeader title={cohort.name} lead={plan === undefined ? cohort.feePlan : say(plan)} back={{ to: '/operator/cohorts', label: t('operator.cohorts') }} />
      <Stats>
        <Stat label={t('operator.cohorts.invited')} value={cohort.counts.invited} hint={cohort.markets.join(' · ')} />
        <Stat label={t('operator.cohorts.accepted')} value={cohort.counts.accepted} tone="good" />
        <Stat label={t('operator.cohorts.declined')} value={cohort.counts.declined} />
        <Stat label={t('operator.cohorts.left')} value={cohort.counts.left} tone={cohort.counts.left > 0 ? 'warn' : 'plain'} />
      </Stats>
      <Card title={t('operator.cohorts.invitations')} hint={t('operator.cohorts.invitationsHint')}>
        {invitations.length === 0 ? (
          <p className={styles.quiet}>{t('operator.cohorts.nobody')}</p>
        ) : (
          <ul className={styles.candidates}>
            {invitations.map((one) => (
              <li key={one.id}>
                <details>
                  <summary>
                    <b lang="zh-Hans">{one.shopName}</b>
                    <span>
                      <StatusBadge tone={TONES[one.state]}>{t(`operator.invitation.${one.state}`)}</StatusBadge> <Instant at={one.answeredAt ?? one.sentAt} show="day" />
                    </span>
                    <strong className="tabular">{one.score}</strong>
                  </summary>
                  <ol>
                    {one.reasons.map((reason, index) => (
                      <li key={`${reason.code} ${index}`}>{say(reason.text)}</li>
                    ))}
                  </ol>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Stack>
  );
}
