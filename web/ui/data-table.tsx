import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export type Column<Key extends string> = Readonly<{
  key: Key;
  label: string;
  align?: 'start' | 'end';
  /** The cell that names the row: its header on a wide screen, the card's title on a phone. */
  names?: boolean;
}>;

type Props<Key extends string> = Readonly<{
  caption: string;
  columns: readonly Column<Key>[];
  rows: readonly Readonly<{ key: string; cells: Readonly<Record<Key, ReactNode>> }>[];
}>;

/** Rows of one kind. On a phone every row is a card. */
export function DataTable<const Key extends string>({ caption, columns, rows }: Props<Key>) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.key} scope="row" data-align={column.align}>
                    {row.cells[column.key]}
                  </th>
                ) : (
                  <td key={column.key} data-align={column.align} data-label={column.label}>
                    {row.cells[column.key]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
