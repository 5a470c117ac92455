import { shelf } from './draft.ts';

/** Bags and shoes: an architect's bags, a saddler, a shoe brand, an illustrator's totes, a straw weaving cooperative. */
export const bagAndShoeProducts = [
  ...shelf('liubai', '留白', [
    { key: 'fold-tote', title: '原创折纸托特包大容量通勤电脑包简约', call: ['折纸托特', 'origami tote'], text: '一整块布折出来，只缝四条线。装得下十四寸电脑和一把伞。', path: '鞋包/托特包', price: 459, grams: 520, mm: [380, 320, 120], of: 'canvas 100', picks: '颜色:灰白/炭/陶土', papers: 'mark', look: ['tote', 'fog'] },
    { key: 'arch', title: '拱门小包斜挎手提两用牛皮设计师款', call: ['拱门包', 'arch bag'], text: '轮廓取自老洋房的窗。磁扣藏在皮里，合上只有轻轻一声。', path: '鞋包/斜挎包', price: 629, grams: 480, mm: [220, 180, 80], of: 'leather 100', picks: '颜色:焦糖/黑/奶油', papers: 'mark', look: ['handbag', 'camel'] },
    { key: 'cloud', title: '云朵包软皮褶皱腋下包女小众', call: ['云朵腋下包', 'soft pleated shoulder bag'], text: '捏起来像面团，褶子不会塌。', path: '鞋包/腋下包', price: 389, grams: 360, mm: [280, 170, 90], of: 'PU leather 100', picks: '颜色:云白/雾粉/雾蓝', papers: 'mark', look: ['crossbody', 'snow'] },
    { key: 'half-moon', title: '半月斜挎包尼龙轻便通勤饺子包', call: ['半月包', 'half-moon sling'], text: '背在前面刚好挡住肚子，坐下不用摘。', path: '鞋包/斜挎包', price: 239, grams: 210, mm: [300, 160, 70], of: 'nylon 100', picks: '颜色:橄榄/黑/杏', papers: 'mark', look: ['crossbody', 'moss'] },
    { key: 'laptop', title: '电脑内胆包十四寸毛毡防震简约公文', call: ['毛毡内胆包', 'felt laptop sleeve'], text: '三毫米羊毛毡，放桌上就是一块鼠标垫。', path: '鞋包/电脑包', price: 149, grams: 260, mm: [350, 250, 15], of: 'wool 100', papers: 'mark', look: ['pouch', 'charcoal'] },
    { key: 'backpack', title: '几何双肩包设计师原创防泼水旅行通勤', call: ['几何双肩包', 'geometric backpack'], text: '正面一条斜线是拉链，背上以后拿东西不用卸下来。', path: '鞋包/双肩包', price: 519, grams: 780, mm: [430, 290, 140], of: 'polyester 100', picks: '颜色:石墨/苔', papers: 'mark', look: ['backpack', 'charcoal', 'diamond'] },
    { key: 'coin', title: '折叠零钱包真皮一体成型卡包迷你', call: ['折叠零钱包', 'folded coin purse'], text: '没有一针线，按下去弹开，像一朵花。', path: '鞋包/钱包', price: 129, grams: 45, mm: [90, 90, 20], of: 'leather 100', picks: '颜色:砖红/墨绿/原色', papers: 'mark', look: ['wallet', 'brick'] },
  ]),
  ...shelf('laopi', '老皮匠', [
    { key: 'long-wallet', title: '手工植鞣革长款钱包头层牛皮男女可刻字', call: ['植鞣长夹', 'veg-tan long wallet'], text: '双针马鞍缝，一寸八针。用半年颜色会深两号，那是你的颜色。', path: '鞋包/钱包', price: 328, grams: 140, mm: [190, 95, 20], of: 'leather 100', picks: '颜色:本色/咖/黑', papers: 'mark', look: ['wallet', 'walnut'] },
    { key: 'belt', title: '手工皮带男黄铜扣头层牛皮复古可调', call: ['黄铜扣皮带', 'brass-buckle belt'], text: '四毫米厚的整条皮，扣子是实心黄铜。', path: '鞋包/皮带', price: 269, grams: 230, mm: [130, 130, 45], of: 'leather 85, brass 15', picks: '长度:105cm/115cm/125cm', papers: 'mark', look: ['belt', 'walnut'] },
    { key: 'card', title: '极简卡夹真皮手缝名片夹超薄', call: ['手缝卡夹', 'hand-stitched card holder'], text: '六张卡加一叠对折的现金，再多就该扔小票了。', path: '鞋包/卡包', price: 118, grams: 48, mm: [105, 75, 8], of: 'leather 100', picks: '颜色:墨绿/棕/黑', papers: 'mark', look: ['wallet', 'moss'] },
    { key: 'strap', title: '相机背带手工皮编织复古肩带', call: ['编织相机带', 'braided camera strap'], text: '四股圆编，压过一晚上的形，挂一台老相机也不硌脖子。', path: '数码家电/相机配件', price: 188, grams: 95, mm: [160, 120, 25], of: 'leather 100', papers: 'mark', look: ['belt', 'camel'] },
    { key: 'notebook-cover', title: '手账本皮套A6植鞣革复古笔记本', call: ['A6皮书衣', 'A6 leather cover'], text: '翻开能躺平，书脊缝了一条笔插。', path: '文具/手账', price: 218, grams: 160, mm: [165, 120, 20], of: 'leather 100', papers: 'mark', look: ['notebook', 'walnut'] },
    { key: 'knife-sheath', title: '手工刀套真皮配短刃匕首开刃户外收藏', call: ['皮套短刀', 'sheathed dagger'], text: '马鞍皮刀套，配十二公分开刃短匕首。', path: '旅行/户外刀具', price: 398, grams: 260, mm: [240, 60, 25], of: 'leather 40, steel 60', facts: { bladeMm: 120 }, troubled: true, look: ['knife', 'camel'] },
  ]),
  ...shelf('zouzou', '走走', [
    { key: 'mary-jane', title: '软底玛丽珍女单鞋复古圆头平底春秋', call: ['软底玛丽珍', 'soft-sole Mary Janes'], text: '鞋头比常见的宽四毫米，鞋底能对折，第一天就能走远路。', path: '鞋包/女鞋', price: 259, grams: 480, mm: [300, 190, 110], of: 'leather 70, rubber 30', picks: '尺码:35/36/37/38/39', papers: 'mark', look: ['maryJane', 'plum'] },
    { key: 'trainer', title: '复古德训鞋女小白鞋平底百搭真皮', call: ['德训鞋', 'retro trainers'], text: '鞋垫是软木混乳胶，脱下来可以洗。', path: '鞋包/运动鞋', price: 329, grams: 620, mm: [310, 200, 120], of: 'leather 60, rubber 40', picks: '尺码:36/37/38/39/40', papers: 'mark', look: ['sneaker', 'snow'] },
    { key: 'chelsea', title: '切尔西短靴女平跟真皮弹力秋冬', call: ['切尔西靴', 'Chelsea boots'], text: '侧边松紧换成了罗纹织带，三年也不会松成荷叶边。', path: '鞋包/靴子', price: 459, grams: 900, mm: [320, 220, 130], of: 'leather 75, rubber 25', picks: '尺码:35/36/37/38/39', papers: 'mark', look: ['boot', 'walnut'] },
    { key: 'sandal', title: '软木底凉鞋女双扣厚底夏季休闲', call: ['软木凉鞋', 'cork sandals'], text: '软木会记住脚的形状，第二周开始像是定做的。', path: '鞋包/凉鞋', price: 199, grams: 520, mm: [300, 190, 100], of: 'cork 50, suede 30, EVA 20', picks: '尺码:36/37/38/39', papers: 'mark', look: ['sandal', 'oat'] },
    { key: 'slipper', title: '羊毛毡居家拖鞋静音防滑室内情侣', call: ['毛毡拖鞋', 'wool felt slippers'], text: '走在木地板上没有声音，楼下邻居会谢谢你。', path: '鞋包/拖鞋', price: 119, grams: 260, mm: [280, 200, 80], of: 'wool 80, rubber 20', picks: '尺码:36-37/38-39/40-41', papers: 'mark', look: ['slipper', 'fog'] },
    { key: 'hiker', title: '轻量徒步鞋防滑防泼水户外旅行宽脚', call: ['徒步鞋', 'light hiking shoes'], text: '鞋舌和鞋身连成一体，小石子进不来。', path: '鞋包/户外鞋', price: 399, grams: 740, mm: [320, 210, 125], of: 'suede 40, nylon 30, rubber 30', picks: '尺码:37/38/39/40/41', papers: 'mark', look: ['sneaker', 'moss'] },
  ]),
  ...shelf('fanbu', '帆布小姐', [
    { key: 'cat-tote', title: '猫咪手绘帆布包原创插画单肩大容量', call: ['猫猫帆布包', 'illustrated cat tote'], text: '画的是楼下便利店的猫老板。十二安布，洗了不塌。', path: '鞋包/帆布包', price: 59, grams: 230, mm: [380, 350, 20], of: 'canvas 100', papers: 'mark', look: ['tote', 'oat', 'plain', 'print'] },
    { key: 'veg-tote', title: '买菜包帆布环保袋蔬菜插画可折叠', call: ['蔬菜帆布包', 'vegetable market tote'], text: '里面缝了一个小兜专门放鸡蛋。', path: '鞋包/帆布包', price: 55, grams: 210, mm: [360, 400, 20], of: 'canvas 100', papers: 'mark', look: ['tote', 'sage', 'leaves'] },
    { key: 'pouch', title: '帆布笔袋化妆包原创印花小号收纳', call: ['帆布小包', 'canvas zip pouch'], text: '放笔、放口红、放耳机线，都不大不小。', path: '鞋包/收纳包', price: 35, grams: 70, mm: [210, 110, 50], of: 'canvas 100', picks: '图案:小鱼/番茄/落叶', papers: 'mark', look: ['pouch', 'apricot', 'floral'] },
    { key: 'mickey', title: '米老鼠同款卡通帆布包可爱学生单肩', call: ['卡通帆布包', 'cartoon tote'], text: '经典老鼠图案，人人都认得。', path: '鞋包/帆布包', price: 49, grams: 220, mm: [380, 350, 20], of: 'canvas 100', troubled: true, look: ['tote', 'cinnabar', 'dots'] },
  ]),
  ...shelf('tengwu', '藤屋', [
    { key: 'straw-bag', title: '海草手编草包度假沙滩手提大容量', call: ['海草手提包', 'seagrass beach bag'], text: '阿婆说编一只要听完三出粤剧。里面有束口内胆，东西不会掉出来。', path: '鞋包/草编包', price: 168, grams: 420, mm: [400, 300, 160], of: 'sea grass 100', papers: 'mark', look: ['woven', 'bamboo'] },
    { key: 'round', title: '圆形藤编斜挎包复古小众手工', call: ['圆藤包', 'round rattan bag'], text: '两片圆像一枚贝壳，扣子是椰壳。', path: '鞋包/草编包', price: 139, grams: 310, mm: [200, 200, 80], of: 'rattan 90, leather 10', papers: 'mark', look: ['crossbody', 'camel', 'knit'] },
    { key: 'storage', title: '蒲草编织收纳筐玩具脏衣篮带盖', call: ['蒲草收纳筐', 'rush storage basket'], text: '晒过太阳的草有一股香，潮天拿出去再晒一次就好。', path: '家居/收纳', price: 119, grams: 900, mm: [340, 340, 320], of: 'rush 100', papers: 'mark', look: ['basket', 'oat'] },
    { key: 'mat', title: '草编杯垫隔热垫餐垫手工日式四枚', call: ['草编杯垫', 'woven coasters'], text: '厚三毫米，砂锅放上去也不怕。', path: '家居/餐厨', price: 39, grams: 120, mm: [120, 120, 20], of: 'rush 100', papers: 'mark', look: ['plate', 'bamboo', 'knit'] },
  ]),
];
