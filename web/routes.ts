import { index, type RouteConfig } from '@react-router/dev/routes';
import { accountRoutes } from './account/routes.ts';
import { creatorRoutes } from './creator/routes.ts';
import { hubRoutes } from './hub/routes.ts';
import { merchantRoutes } from './merchant/routes.ts';
import { operatorRoutes } from './operator/routes.ts';
import { storefrontRoutes } from './storefront/routes.ts';

/** Every page. Each area lists its own; the storefront comes last, since a market's name stands where an area's does. */
export default [
  index('storefront/entrance.tsx'),
  ...accountRoutes,
  ...merchantRoutes,
  ...operatorRoutes,
  ...hubRoutes,
  ...creatorRoutes,
  ...storefrontRoutes,
] satisfies RouteConfig;
