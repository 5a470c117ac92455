/** What a measured or counted number is of, and how it is written in English. */
export type Dimension = 'length' | 'mass' | 'volume' | 'count' | 'trait' | 'age' | 'size' | 'electric' | 'time' | 'temperature' | 'angle' | 'discard';

export type Unit = Readonly<{
  dimension: Dimension;
  /** Singular and plural of a count; the symbol of a measure; the word of a trait (`3-Layer`). */
  en: readonly [string, string];
  /** Millimetres, grams or millilitres in one unit; 1 for what is not converted. */
  factor: number;
}>;

const measure = (dimension: Dimension, symbol: string, factor = 1): Unit => ({ dimension, en: [symbol, symbol], factor });
const counted = (one: string, many = `${one}s`): Unit => ({ dimension: 'count', en: [one, many], factor: 1 });
const trait = (word: string): Unit => ({ dimension: 'trait', en: [word, word], factor: 1 });

/** Mainland 斤 and 两 are 500 g and 50 g (Hong Kong's are 604.79 g and 37.80 g), so only grams are ever printed. Source: PRC market system since 1959. */
const MASS: Readonly<Record<string, Unit>> = {
  g: measure('mass', 'g'), 克: measure('mass', 'g'), 公克: measure('mass', 'g'), kg: measure('mass', 'kg', 1000), 千克: measure('mass', 'kg', 1000),
  公斤: measure('mass', 'kg', 1000), mg: measure('mass', 'mg', 0.001), 毫克: measure('mass', 'mg', 0.001), 斤: measure('mass', 'jin', 500), 市斤: measure('mass', 'jin', 500),
  两: measure('mass', 'liang', 50), 吨: measure('mass', 't', 1_000_000), 磅: measure('mass', 'lb', 453.592), 盎司: measure('mass', 'oz', 28.3495), oz: measure('mass', 'oz', 28.3495), lb: measure('mass', 'lb', 453.592),
};
const LENGTH: Readonly<Record<string, Unit>> = {
  mm: measure('length', 'mm'), 毫米: measure('length', 'mm'), cm: measure('length', 'cm', 10), 厘米: measure('length', 'cm', 10), 公分: measure('length', 'cm', 10), m: measure('length', 'm', 1000),
  米: measure('length', 'm', 1000), 公尺: measure('length', 'm', 1000), 英寸: measure('length', 'in', 25.4), 英吋: measure('length', 'in', 25.4), 吋: measure('length', 'in', 25.4),
  inch: measure('length', 'in', 25.4), 寸: measure('length', 'in', 25.4), 英尺: measure('length', 'ft', 304.8), 尺: measure('length', 'chi', 1000 / 3), 公里: measure('length', 'km', 1_000_000), km: measure('length', 'km', 1_000_000),
};
const VOLUME: Readonly<Record<string, Unit>> = {
  ml: measure('volume', 'mL'), 毫升: measure('volume', 'mL'), cc: measure('volume', 'mL'), l: measure('volume', 'L', 1000), 升: measure('volume', 'L', 1000), 公升: measure('volume', 'L', 1000),
};
const ELECTRIC: Readonly<Record<string, Unit>> = {
  w: measure('electric', 'W'), 瓦: measure('electric', 'W'), kw: measure('electric', 'kW'), 千瓦: measure('electric', 'kW'), v: measure('electric', 'V'), 伏: measure('electric', 'V'), 毫安: measure('electric', 'mAh'),
  mah: measure('electric', 'mAh'), 毫安时: measure('electric', 'mAh'), ma: measure('electric', 'mA'), wh: measure('electric', 'Wh'), 安: measure('electric', 'A'), hz: measure('electric', 'Hz'), 赫兹: measure('electric', 'Hz'),
  '%': measure('electric', '%'), lm: measure('electric', 'lm'), 流明: measure('electric', 'lm'), 匹: measure('electric', 'HP'), 转: measure('electric', 'rpm'), rpm: measure('electric', 'rpm'), 像素: measure('electric', 'pixels'), 分贝: measure('electric', 'dB'), db: measure('electric', 'dB'),
};
const TIME: Readonly<Record<string, Unit>> = {
  小时: measure('time', 'hours'), 分钟: measure('time', 'minutes'), 秒: measure('time', 'seconds'), 天: measure('time', 'days'), 日: measure('time', 'days'), 周: measure('time', 'weeks'),
  岁: measure('age', 'years'), 个月: measure('age', 'months'), 月龄: measure('age', 'months'), 年: measure('time', 'years'),
  度: measure('angle', '°'), '℃': measure('temperature', '°C'), 摄氏度: measure('temperature', '°C'), '°c': measure('temperature', '°C'), 码: measure('size', 'EU'), 号: measure('size', 'No.'), 代: measure('size', 'Gen'), 段: measure('size', 'Stage'),
};
const COUNTERS: Readonly<Record<string, Unit>> = {
  个: counted('Pc', 'Pcs'), 只: counted('Pc', 'Pcs'), 支: counted('Pc', 'Pcs'), 枝: counted('Stem'), 条: counted('Pc', 'Pcs'), 件: counted('Pc', 'Pcs'), 枚: counted('Pc', 'Pcs'), 根: counted('Pc', 'Pcs'), 把: counted('Pc', 'Pcs'),
  入: counted('Pc', 'Pcs'), pcs: counted('Pc', 'Pcs'), pc: counted('Pc', 'Pcs'), 台: counted('Unit'), 部: counted('Unit'), 块: counted('Pc', 'Pcs'), 颗: counted('Pc', 'Pcs'), 粒: counted('Count', 'Count'), 片: counted('Pc', 'Pcs'), 贴: counted('Patch', 'Patches'),
  张: counted('Sheet'), 抽: counted('Sheet'), 页: counted('Page'), 本: counted('Book'), 册: counted('Volume'), 卷: counted('Roll'), 双: counted('Pair'), 对: counted('Pair'), 副: counted('Set'), 套: counted('Set'), 组: counted('Set'), 付: counted('Set'),
  瓶: counted('Bottle'), 盒: counted('Box', 'Boxes'), 包: counted('Pack'), 袋: counted('Bag'), 罐: counted('Can'), 听: counted('Can'), 桶: counted('Tub'), 箱: counted('Case'), 筒: counted('Tube'), 管: counted('Tube'), 杯: counted('Cup'), 提: counted('Pack'),
  份: counted('Serving'), 朵: counted('Bloom'), 束: counted('Bunch', 'Bunches'), 串: counted('String'), 排: counted('Row'), 株: counted('Plant'), 棵: counted('Plant'), 盆: counted('Pot'), 顶: counted('Pc', 'Pcs'), 幅: counted('Panel'),
  节: counted('Pc', 'Pcs'), 团: counted('Skein'), 捆: counted('Bundle'), 板: counted('Card'), 丸: counted('Pill'), 锭: counted('Tablet'), 次: counted('Use'), 匙: counted('Scoop'), 球: counted('Ball'),
};
const TRAITS: Readonly<Record<string, Unit>> = {
  色: trait('Color'), 层: trait('Layer'), 格: trait('Compartment'), 档: trait('Speed'), 轮: trait('Wheel'), 门: trait('Door'), 人: trait('Person'), 位: trait('Seat'), 孔: trait('Hole'), 斗: trait('Drawer'), 抽屉: trait('Drawer'),
  头: trait('Head'), 针: trait('Pin'), 股: trait('Ply'), 面: trait('Sided'), 口: trait('Port'), 折: trait('Fold'), 杯位: trait('Cup'), 叶: trait('Blade'), 核: trait('Core'), 弦: trait('String'), 倍: trait('Times'), 合一: trait('in-1'), 合1: trait('in-1'),
  字: trait('Character'), 灯: trait('Light'), 齿: trait('Tooth'), 寸屏: trait('Inch Screen'), 杆: trait('Rod'), 模式: trait('Mode'), 种: trait('Kind'), 件套: trait('Piece Set'), 片套: trait('Piece Set'),
};
const NOT_OF_THE_PRODUCT: Readonly<Record<string, Unit>> = {
  元: measure('discard', 'yuan'), 块钱: measure('discard', 'yuan'), 年新款: measure('discard', ''), 年款: measure('discard', ''), 月新款: measure('discard', ''), 名: measure('discard', ''), 万件: measure('discard', ''),
};

/** Every unit a title can carry, by the words it is written with (lower case). */
export const UNITS: Readonly<Record<string, Unit>> = { ...MASS, ...LENGTH, ...VOLUME, ...ELECTRIC, ...TIME, ...COUNTERS, ...TRAITS, ...NOT_OF_THE_PRODUCT };

/** Unit words, longest first: 毫安时 must be tried before 毫安, 件套 before 件. */
export const UNIT_WORDS: readonly string[] = Object.keys(UNITS).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
