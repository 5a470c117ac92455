import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { useText } from './text.tsx';

/** Leads on to the next page of a list; nothing on its last. The loader reads `?after=`. */
export function MoreLink({ nextCursor }: Readonly<{ nextCursor: string | null }>) {
  const t = useText();
  const [asked] = useSearchParams();
  if (nextCursor === null) return null;
  const next = new URLSearchParams(asked);
  next.set('after', nextCursor);
  return (
    <div>
      <Button component={Link} variant="default" to={`?${next}`}>
        {t('ui.table.more')}
      </Button>
    </div>
  );
}
