import { index, route } from '@react-router/dev/routes';

export const storefrontRoutes = [
  route(':market', 'storefront/layout.tsx', [
    index('storefront/feed.tsx'),
    route('notes/:noteId', 'storefront/note.tsx'),
    route('shop', 'storefront/shop.tsx'),
    route('listings/:listingId', 'storefront/listing.tsx'),
    route('claim-policy', 'storefront/claim-policy.tsx'),
    route('checkout/:checkoutId', 'storefront/checkout.tsx'),
    route('checkout/:checkoutId/challenge', 'storefront/challenge.tsx'),
    route('orders', 'storefront/orders.tsx'),
    route('orders/:orderId', 'storefront/order.tsx'),
    route('orders/:orderId/claim/:orderLineId', 'storefront/claim-form.tsx'),
    route('claims/:claimId', 'storefront/claim.tsx'),
  ]),
];
