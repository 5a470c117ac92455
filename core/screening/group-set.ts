/**
 * A set of groups as bits, thirty-two to a number. Flat and small, because one is made for every product
 * and a condition asks it hundreds of thousands of times a second.
 */
export type GroupSet = readonly number[];

/** An empty set with room for so many groups. */
export function emptyGroupSet(groupCount: number): number[] {
  const bits: number[] = [];
  for (let room = 0; room < groupCount; room += 32) bits.push(0);
  return bits;
}

/** Adds a group; true when it was not in the set. */
export function addGroup(set: number[], group: number): boolean {
  const place = group >> 5;
  const before = set[place] ?? 0;
  const after = before | (1 << (group & 31));
  set[place] = after;
  return after !== before;
}

/** Whether a group is in the set. */
export function hasGroup(set: GroupSet, group: number): boolean {
  return ((set[group >> 5] ?? 0) & (1 << (group & 31))) !== 0;
}
