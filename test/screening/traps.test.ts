import { describe, expect, test } from 'vitest';
import type { Market } from '#core/market/market.ts';
import type { Product } from '#core/product/product.ts';
import { screen } from '#core/screening/screen.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';

/** Words that tempt a reader of words: each once was taken for what it is not, in a real listing or by us. The titles are our own. */

const pack = loadRulePack();
type Trap = readonly [ruleId: string, market: Market, product: Omit<Product, 'id'>];

const TRAPS: readonly Trap[] = [
  ['CN-BAN-001', 'HK', { title: '白麝香无火香薰家用藤条', category: '家居/香薰' }],
  ['CN-LIC-002', 'US', { title: '柠檬酸钙咀嚼片60粒', category: '食品保健/补充剂' }],
  ['CN-POST-019', 'US', { title: '鱼缸硝酸盐去除棉', category: '宠物/水族' }],
  ['CN-DG-027', 'HK', { title: '儿童平衡车滑步两轮学步', category: '玩具/童车', facts: { battery: { kind: 'none' } } }],
  ['CN-DG-037', 'US', { title: '咖啡漂白滤纸100张', category: '家居/咖啡器具' }],
  ['CN-DG-021', 'US', { title: '商务轻薄笔记本电脑', category: '数码家电/电脑', attributes: { 锂电池电芯数量: '4芯' } }],
  ['CN-CUS-045', 'US', { title: '半身裙秋冬', category: '服饰/半身裙', attributes: { 货号: '1210' } }],
  ['CN-MAP-010', 'US', { title: '车载导航支架', category: '家居/汽车用品', attributes: { 地图类型: '无' } }],
  ['CN-DG-039', 'US', { title: '实木茶桌家用', category: '家居/家具', attributes: { 饰面工艺: '油漆' } }],
  ['HK-DCO-003', 'HK', { title: '巧克力雪茄威化卷礼盒', category: '食品保健/零食' }],
  ['HK-ESP-031', 'HK', { title: '纯银吊坠项链', category: '珠宝配饰/项链', attributes: { 颜色分类: '珊瑚' } }],
  ['HK-FOOD-019', 'HK', { title: '脆香米夹心巧克力', category: '食品保健/零食' }],
  ['HK-IP-044', 'HK', { title: '天然A货翡翠平安扣', category: '珠宝配饰/吊坠' }],
  ['HK-NSL-046', 'HK', { title: '法国国旗图案马克杯', category: '家居/杯具' }],
  ['HK-PEST-035', 'HK', { title: '铜制蚊香盒带盖托盘', category: '家居/日用' }],
  ['HK-TOY-023', 'HK', { title: '折叠手推车买菜小拉车', category: '家居/收纳' }],
  ['US-CPSC-084', 'US', { title: '北欧实木餐椅家用', category: '家居/家具' }],
  ['US-CPSC-084', 'US', { title: '复古皮质相机背带', category: '数码家电/摄影配件' }],
  ['US-CPSC-087', 'US', { title: '泰迪小型犬脖圈牵引', category: '宠物/牵引' }],
  ['US-CPSC-086', 'US', { title: '防水宝宝围兜', category: '母婴/围兜' }],
  ['US-CPSC-091', 'US', { title: '客厅沙发靠枕腰枕', category: '家居/抱枕' }],
  ['US-CPSC-070', 'US', { title: '猫咪猫草玩具球', category: '家居/宠物', facts: { battery: { kind: 'none' } } }],
  ['US-EPA-139', 'US', { title: '宠物外出包', category: '宠物/外出', attributes: { 免疫驱虫: '否' } }],
  ['US-FTC-117', 'US', { title: '木柄散粉刷单支', category: '美妆/化妆刷' }],
  ['US-FWS-146', 'US', { title: '羽毛图案长袖T恤', category: '服饰/T恤' }],
  ['US-FDA-COSM-016', 'US', { title: '缤纷浆果酸奶睡眠面膜', category: '美妆/面膜' }],
  ['MO-SAFE-023', 'MO', { title: '背光机械键盘', category: '数码家电/键盘', attributes: { 保修期: '1个月' }, facts: { voltage: '5V' } }],
  ['TXT-CN-001', 'HK', { title: '家用投影仪', category: '数码家电/投影', attributes: { 最佳投放距离: '3米' } }],
  ['TXT-US-021', 'US', { title: '恒温杯垫', category: '家居/杯具', attributes: { 型号: '888' } }],
  ['TXT-US-026', 'US', { title: '裸妆心机遮瑕蜜', category: '美妆/遮瑕' }],
  ['TXT-US-035', 'US', { title: '台式化妆镜20厘米', category: '家居/镜子', attributes: { 净重: '680g' } }],
  ['TXT-HK-039', 'HK', { title: '大波浪卷发棒', category: '数码家电/美发' }],
  // The traps every reader of rules knows.
  ['HK-WPN-033', 'HK', { title: '枪灰色拉链钱包', category: '鞋包/钱包' }],
  ['CN-CITES-008', 'US', { title: '象牙白针织开衫', category: '服饰/开衫' }],
  ['CN-CITES-008', 'HK', { title: '红木纹手机壳', category: '数码家电/手机壳' }],
  ['CN-CITES-008', 'US', { title: '鳄鱼纹手提包', category: '鞋包/手提包' }],
  ['HK-ESP-031', 'HK', { title: 'CBD商务区通勤包', category: '鞋包/通勤包' }],
  ['US-FDA-DEV-057', 'US', { title: '激光切割木质书签', category: '文具/书签' }],
];

/** Another side of the same words: here they mean what the rule is about. */
const MEANT: readonly Trap[] = [
  ['CN-DG-027', 'US', { title: '智能平衡车双轮', category: '玩具/童车' }],
  ['CN-DG-027', 'US', { title: '儿童平衡车电动版', category: '玩具/童车', facts: { battery: { kind: 'li_ion', wattHours: 80 } } }],
  ['HK-TOY-023', 'HK', { title: '轻便手推车可折叠', category: '母婴/出行' }],
  ['US-CPSC-084', 'US', { title: '餐椅可折叠', category: '母婴/餐椅' }],
  ['TXT-US-035', 'US', { title: '洗手液500毫升', category: '家居/清洁' }],
  ['HK-IP-044', 'HK', { title: '大牌手袋A货', category: '鞋包/手袋' }],
  ['CN-DG-039', 'US', { title: '家具补漆油漆', category: '家居/工具' }],
];

function speaks(ruleId: string, market: Market, product: Omit<Product, 'id'>): boolean {
  return screen({ id: 'trap', originCountry: 'CN', ...product }, market, '2026-11-27', pack).findings.some((finding) => finding.ruleId === ruleId);
}

describe('words that tempt', () => {
  test('every rule named here is in the pack', () => {
    const known = new Set(pack.rules.map((rule) => rule.id));
    expect([...TRAPS, ...MEANT].map(([ruleId]) => ruleId).filter((id) => !known.has(id))).toEqual([]);
  });
  test.each(TRAPS)('%s for %s sleeps on %o', (ruleId, market, product) => {
    expect(speaks(ruleId, market, product)).toBe(false);
  });
  test.each(MEANT)('%s for %s still speaks on %o', (ruleId, market, product) => {
    expect(speaks(ruleId, market, product)).toBe(true);
  });
});
