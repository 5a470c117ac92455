import { index, route } from '@react-router/dev/routes';

export const creatorRoutes = [
  route('creator', 'creator/layout.tsx', [
    index('creator/home.tsx'),
    route('new', 'creator/new-note.tsx'),
  ]),
];
