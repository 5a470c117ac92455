import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { isRouteErrorResponse, useLocation } from 'react-router';
import { useText } from './text.tsx';

function detailOf(error: unknown): string | null {
  if (!isRouteErrorResponse(error)) return null;
  const problem: unknown = error.data;
  if (typeof problem === 'object' && problem !== null && 'detail' in problem && typeof problem.detail === 'string') return problem.detail;
  return null;
}

const TEXTS = { notFound: 'ui.error.notFoundText', wrongAccount: 'ui.error.wrongAccountText', title: 'ui.error.text' } as const;

/** A page that could not be shown: says in plain words what is missing, and leads back. `home` is the area's own start. */
export function ErrorPage({ error, home = '/' }: Readonly<{ error: unknown; home?: string }>) {
  const t = useText();
  const { pathname } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  // An address that is no address of ours names nothing that a reader could correct.
  const kind = status === 404 || status === 400 ? 'notFound' : status === 403 ? 'wrongAccount' : 'title';
  return (
    <Container size="xs" py={96} component="main" id="content">
      <Stack gap="md">
        <Title order={1}>{t(`ui.error.${kind}`)}</Title>
        <Text c="dimmed" size="lg">
          {(status === 400 ? null : detailOf(error)) ?? t(TEXTS[kind])}
        </Text>
        <div>
          {status === 403 ? (
            <Button component="a" href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
              {t('ui.error.otherAccount')}
            </Button>
          ) : (
            <Button component="a" href={home} variant="default">
              {t('ui.error.home')}
            </Button>
          )}
        </div>
      </Stack>
    </Container>
  );
}
