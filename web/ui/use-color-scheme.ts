import { useMantineColorScheme } from '@mantine/core';
import { useSyncExternalStore } from 'react';

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const LABELS = { auto: 'ui.appearance.auto', light: 'ui.appearance.light', dark: 'ui.appearance.dark' } as const;

/** Light, dark or as the device says; kept in the browser. The server knows nothing of it, so its label is the device's. */
export function useColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const inBrowser = useSyncExternalStore(never, () => true, () => false);
  return { label: LABELS[inBrowser ? colorScheme : 'auto'], cycle: () => setColorScheme(NEXT[colorScheme]) };
}

function never(): () => void {
  return () => {};
}
