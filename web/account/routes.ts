import { layout, route } from '@react-router/dev/routes';

export const accountRoutes = [
  layout('account/layout.tsx', [
    route('sign-in', 'account/sign-in.tsx'),
    route('register', 'account/register.tsx'),
    route('rules', 'account/rules.tsx'),
    route('tariffs', 'account/tariffs.tsx'),
  ]),
  route('sign-out', 'account/sign-out.ts'),
  route('start', 'account/start.ts'),
  route('demo-progress', 'account/demo-progress.ts'),
  route('preferences', 'account/preferences.ts'),
];
