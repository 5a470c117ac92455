import { whyOperator } from '#contract/accounts.ts';
import { call } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { CopyId } from '../ui/copy-id.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { WhyChain } from '../ui/why-chain.tsx';
import type { WhyData } from '../ui/why-drawer.tsx';
import type { Route } from './+types/why.ts';
import { useOperatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs): Promise<WhyData> {
  return { why: await call(args, whyOperator, { params: { id: args.params.id } }) };
}

export default function Why({ loaderData: { why }, params }: Route.ComponentProps) {
  const t = useOperatorText();
  return (
    <>
      <PageHeader title={t('ui.why.title')} lead={<CopyId id={params.id} />} />
      {why.ok ? (
        <Card>
          <WhyChain chain={why.value} />
        </Card>
      ) : (
        <Problem problem={why.problem} />
      )}
    </>
  );
}
