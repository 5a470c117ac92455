/** Where to go next, when it is a path of this site; the start otherwise. A full address would send a visitor to a stranger's page. */
export function pathWithin(path: string, fallback = '/'): string {
  return /^\/(?![/\\])/.test(path) ? path : fallback;
}
