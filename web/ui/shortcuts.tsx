import { Kbd, Modal, Table } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Place } from './console-shell.tsx';
import { useText } from './text.tsx';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Milliseconds within which the letter must follow `g`. */
const SECOND_KEY_WITHIN = 1_200;

/** Keyboard shortcuts of a console: `g` and a letter goes to a place, `/` to the search field, `?` shows the list. */
export function Shortcuts({ places }: Readonly<{ places: readonly Place[] }>) {
  const t = useText();
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    let goPressedAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') setShown((before) => !before);
      else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (search) {
          event.preventDefault();
          search.focus();
        }
      } else if (event.key === 'g') goPressedAt = event.timeStamp;
      else if (event.timeStamp - goPressedAt < SECOND_KEY_WITHIN) {
        const place = places.find(({ key }) => key === event.key);
        if (place) void navigate(place.to);
        goPressedAt = 0;
      }
    };
    const show = (): void => setShown(true);
    document.addEventListener('keydown', onKey);
    document.addEventListener('show-shortcuts', show);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('show-shortcuts', show);
    };
  }, [places, navigate]);
  const rows = [
    ...places.map((place) => ({ keys: ['g', place.key], text: t('ui.shortcuts.go', { place: place.label }) })),
    { keys: ['/'], text: t('ui.shortcuts.search') },
    { keys: ['?'], text: t('ui.shortcuts.open') },
  ];
  return (
    <Modal opened={shown} onClose={() => setShown(false)} title={t('ui.shortcuts')} closeButtonProps={{ 'aria-label': t('ui.shortcuts.close') }} centered>
      <Table withRowBorders={false}>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.text}>
              <Table.Td>{row.text}</Table.Td>
              <Table.Td ta="end">{row.keys.map((key) => <Kbd key={key} ml={4}>{key}</Kbd>)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
