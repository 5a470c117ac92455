import { index, route } from '@react-router/dev/routes';

export const operatorRoutes = [
  route('operator', 'operator/layout.tsx', [
    index('operator/home.tsx'),
    route('cohorts', 'operator/cohorts.tsx'),
    route('cohorts/new', 'operator/new-cohort.tsx'),
    route('cohorts/:cohortId', 'operator/cohort.tsx'),
    route('merchants', 'operator/merchants.tsx'),
    route('reviews', 'operator/reviews.tsx'),
    route('classifications', 'operator/classifications.tsx'),
    route('rules', 'operator/rules.tsx'),
    route('editions', 'operator/editions.tsx'),
    route('editions/rules', 'operator/new-rules.tsx'),
    route('editions/:editionId', 'operator/edition.tsx'),
    route('orders', 'operator/orders.tsx'),
    route('orders/:orderId', 'operator/order.tsx'),
    route('lines', 'operator/lines.tsx'),
    route('claims', 'operator/claims.tsx'),
    route('claims/:claimId', 'operator/claim.tsx'),
    route('statements', 'operator/statements.tsx'),
    route('statements/:statementId', 'operator/statement.tsx'),
    route('money', 'operator/money.tsx'),
    route('export-records', 'operator/export-records.tsx'),
    route('history', 'operator/history.tsx'),
    route('why/:id', 'operator/why.tsx'),
  ]),
];
