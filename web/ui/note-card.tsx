import { Link } from 'react-router';
import { useMoney } from './money.tsx';
import styles from './note-card.module.css';
import type { NoteCardShape } from './shapes.ts';
import { useText } from './text.tsx';

/** The feed: cards of their own heights in as many columns as fit. Reading order stays the feed's. */
export function NoteFeed({ notes, hrefOf }: Readonly<{ notes: readonly NoteCardShape[]; hrefOf: (note: NoteCardShape) => string }>) {
  return (
    <ul className={styles.feed}>
      {notes.map((note, index) => (
        <li key={note.id}>
          <NoteCard note={note} href={hrefOf(note)} eager={index < EAGER} />
        </li>
      ))}
    </ul>
  );
}

/** Covers on the first screen of a wide window are fetched at once, the others as they come near. */
const EAGER = 8;

/** One note: its cover, its title, who wrote it where, and what the thing it shows costs. */
export function NoteCard({ note, href, eager = false }: Readonly<{ note: NoteCardShape; href: string; eager?: boolean }>) {
  const t = useText();
  const price = useMoney();
  const [shown] = note.products;
  return (
    <article className={styles.card}>
      <Link to={href} className={styles.link} prefetch="intent">
        <span className={styles.cover}>
          <img src={note.cover} alt="" loading={eager ? 'eager' : 'lazy'} decoding="async" />
          {shown && <span className={styles.price}>{price(shown.price)}</span>}
        </span>
        <h3 lang={note.language}>{note.title}</h3>
        <span className={styles.by} aria-label={t('ui.note.by', { author: note.author.name })}>
          <img src={note.author.avatar} alt="" loading="lazy" />
          <span lang={note.language}>{note.author.name}</span>
          <span className={styles.place}>{note.author.place}</span>
        </span>
      </Link>
    </article>
  );
}
