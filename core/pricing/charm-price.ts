/**
 * Raises an amount to the next one that ends as the market likes: `endMinor` in every `stepMinor` (99 of 100 makes 12.99, 0 of 100 whole dollars).
 * Never lowers it, so that no line is charged less than it costs. Minor units.
 */
export function charmPriceMinor(minor: bigint, endMinor: bigint, stepMinor: bigint): bigint {
  const over = (minor - endMinor) % stepMinor;
  if (over === 0n) return minor;
  return over > 0n ? minor + stepMinor - over : minor - over;
}
