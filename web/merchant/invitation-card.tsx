import { Button, Group } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { Card } from '../ui/card.tsx';
import { ReasonList } from '../ui/reason-list.tsx';
import type { Invitation } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import styles from './invitation-card.module.css';
import { useMerchantText } from './text.ts';

/** An invitation, with why this shop was picked and on which terms. */
export function InvitationCard({ invitation }: Readonly<{ invitation: Invitation }>) {
  const t = useMerchantText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  return (
    <Card tone="accent">
      <h2 className={styles.title}>{t('merchant.invite.title', { cohort: invitation.cohortName })}</h2>
      <div className={styles.columns}>
        <section>
          <h3>{t('merchant.invite.why')}</h3>
          <ReasonList reasons={invitation.reasons} brief />
        </section>
        <section>
          <h3>{t('merchant.invite.terms')}</h3>
          <p>{say(invitation.feePlanText)}</p>
          <p>{t('merchant.invite.markets', { markets: invitation.markets.map((market) => t(`ui.market.${market}`)).join(' · ') })}</p>
          <p>{t('merchant.invite.free')}</p>
        </section>
      </div>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="invitation" />
        <input type="hidden" name="invitationId" value={invitation.id} />
        <Group>
          <Button type="submit" name="accept" value="yes" size="lg" loading={busy}>
            {t('merchant.invite.accept')}
          </Button>
          <Button type="submit" name="accept" value="no" size="lg" variant="subtle" disabled={busy}>
            {t('merchant.invite.decline')}
          </Button>
        </Group>
      </Form>
    </Card>
  );
}
