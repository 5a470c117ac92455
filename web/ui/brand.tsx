/** The mark: the signal flag a ship flies with a pilot on board, in the colours of the page. */
export function Mark({ size = 26 }: Readonly<{ size?: number }>) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <rect x="0.75" y="0.75" width="24.5" height="24.5" rx="6" fill="var(--surface)" stroke="var(--accent)" strokeWidth="1.5" />
      <path d="M13 .75h6.25a6 6 0 0 1 6 6v12.5a6 6 0 0 1-6 6H13z" fill="var(--accent)" />
    </svg>
  );
}
