import { index, route } from '@react-router/dev/routes';

export const hubRoutes = [
  route('hub', 'hub/layout.tsx', [
    index('hub/home.tsx'),
    route('scan', 'hub/scan.tsx'),
    route('manifests', 'hub/manifests.tsx'),
    route('manifests/:day/:lineCode', 'hub/manifest.tsx'),
    route('returns', 'hub/returns.tsx'),
  ]),
];
