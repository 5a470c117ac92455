import { localize } from '#core/wording/localize.ts';
import { loadTermbase } from '#server/platform/packs/terms.ts';
import { readRealTitles, REAL_TITLES_PRESENT, type RealTitle } from './real-titles.ts';

type Count = { titles: number; ready: number; han: number; tooLong: number; hongKongReady: number; simplified: number; held: Map<string, number> };

/**
 * What the packs alone make of every real title, by set and category, with the measures that need no reference:
 * how many come out `ready`, what holds the others, whether Han is left in English or a limit is passed.
 * A title counts once in a set, however often it was scraped.
 */
export function run(): void {
  if (!REAL_TITLES_PRESENT) {
    process.stdout.write('  skipped: the real titles are not beside the repository\n');
    return;
  }
  const terms = loadTermbase();
  const groups = new Map<string, Count>();
  const cpu = process.cpuUsage();
  const seen = new Set<string>();
  for (const row of readRealTitles()) {
    const key = `${row.set} ${row.product.title}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const found = { english: localize(row.product, 'en-US', { market: 'US' }, terms), chinese: localize(row.product, 'zh-Hant-HK', { market: 'HK' }, terms) };
    for (const name of groupsOf(row)) count(groups, name, found);
  }
  const spent = process.cpuUsage(cpu);
  process.stdout.write('  titles  ready en-US  ready zh-Hant-HK  Han left  too long  Simplified left  group: what holds the others\n');
  for (const [name, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) process.stdout.write(`  ${line(name, group)}\n`);
  process.stdout.write(`  ${((spent.user + spent.system) / 1e6).toFixed(1)} s of one core\n`);
}

type Found = Readonly<{ english: ReturnType<typeof localize>; chinese: ReturnType<typeof localize> }>;

function groupsOf({ set, product }: RealTitle): string[] {
  const whole = set.startsWith('openbg') ? 'openbg' : 'others';
  return [whole, `${whole}/${set}${typeof product.category !== 'string' ? '' : `/${product.category.split('/')[0]}`}`];
}

function count(groups: Map<string, Count>, name: string, { english, chinese }: Found): void {
  const group = groups.get(name) ?? { titles: 0, ready: 0, han: 0, tooLong: 0, hongKongReady: 0, simplified: 0, held: new Map<string, number>() };
  groups.set(name, group);
  group.titles += 1;
  if (english.status === 'ready') group.ready += 1;
  if (chinese.status === 'ready') group.hongKongReady += 1;
  if (/\p{Script=Han}/u.test([english.title, ...english.bullets].join(' '))) group.han += 1;
  if (english.title.length > 80 || english.feedTitle.length > 150) group.tooLong += 1;
  if (chinese.checks.some((check) => check.check === 'simplified')) group.simplified += 1;
  for (const check of new Set(english.checks.filter((one) => one.severity !== 'minor').map((one) => one.check))) group.held.set(check, (group.held.get(check) ?? 0) + 1);
}

function line(name: string, { titles, ready, hongKongReady, han, tooLong, simplified, held }: Count): string {
  const percent = (part: number) => `${((100 * part) / titles).toFixed(1)} %`.padStart(8);
  const why = [...held].toSorted((a, b) => b[1] - a[1]).slice(0, 5).map(([check, times]) => `${check} ${times}`).join(', ');
  return `${String(titles).padStart(6)}  ${percent(ready)}  ${percent(hongKongReady)}  ${han}  ${tooLong}  ${simplified}  ${name}: ${why}`;
}
