import { shelf } from './draft.ts';

/** Food: a rock-tea garden, a pastry maker, mountain mushrooms, a beekeeper, flower teas. */
export const foodProducts = [
  ...shelf('wuyi', '武夷半山', [
    { key: 'rougui', title: '武夷岩茶肉桂半岩中足火乌龙茶罐装', call: ['肉桂岩茶', 'Rougui rock tea'], text: '桂皮香在前，石头味在后。第三泡最好，七泡还有甜。', path: '食品保健/茶叶', price: 168, grams: 125, mm: [90, 90, 130], facts: { ingredients: ['oolong tea'] }, picks: '规格:100g=168/250g=388', papers: 'food', look: ['teaTin', 'brick', 'cloud'] },
    { key: 'shuixian', title: '老枞水仙武夷岩茶木质香礼盒装', call: ['老枞水仙', 'old-bush Shuixian'], text: '树比我爷爷年纪大，汤里是雨后木头的味。', path: '食品保健/茶叶', price: 298, grams: 240, mm: [200, 150, 90], facts: { ingredients: ['oolong tea'] }, papers: 'food', look: ['teaTin', 'walnut'] },
    { key: 'white', title: '白牡丹茶饼花香毫香陈放三年', call: ['白牡丹茶饼', 'White Peony tea cake'], text: '放了三年，花香转成枣香，冬天可以煮。', path: '食品保健/茶叶', price: 188, grams: 350, mm: [200, 200, 30], facts: { ingredients: ['white tea'] }, papers: 'food', look: ['teaCake', 'sage'] },
    { key: 'cold', title: '茉莉冷泡茶三角茶包独立装办公室', call: ['茉莉冷泡茶', 'jasmine cold-brew bags'], text: '丢进凉水瓶，开完会就能喝。', path: '食品保健/茶叶', price: 49, grams: 60, mm: [150, 100, 60], facts: { ingredients: ['green tea', 'jasmine flower'] }, papers: 'food', look: ['snackBag', 'mint', 'floral'] },
    { key: 'travel-set', title: '快客杯旅行茶具一壶二杯便携收纳', call: ['快客杯', 'travel tea set'], text: '叠起来像一只馒头，装在硬壳里不怕摔。', path: '家居/茶具', price: 138, grams: 420, mm: [120, 120, 110], of: 'ceramic 100', papers: 'tableware', look: ['teapot', 'celadon'] },
  ]),
  ...shelf('subing', '酥饼记', [
    { key: 'flower', title: '鲜花饼玫瑰馅酥皮传统糕点零食十枚', call: ['玫瑰鲜花饼', 'rose pastry'], text: '酥皮二十八层，馅里看得见花瓣。', path: '食品保健/糕点', price: 45, grams: 420, mm: [220, 160, 60], facts: { ingredients: ['wheat flour', 'rose petals', 'sugar', 'vegetable oil'] }, papers: 'food', look: ['pastryBox', 'rose'] },
    { key: 'walnut', title: '椒盐桃酥老式酥饼手工怀旧早餐', call: ['椒盐桃酥', 'salted walnut shortbread'], text: '掉渣的那种，记得拿盘子接。', path: '食品保健/糕点', price: 32, grams: 380, mm: [200, 150, 70], facts: { ingredients: ['wheat flour', 'walnut', 'sesame', 'sugar'] }, papers: 'food', look: ['pastryBox', 'honey'] },
    { key: 'meigan', title: '梅干菜肉酥饼金华特产鲜肉咸香', call: ['梅干菜肉酥饼', 'pork and greens pastry'], text: '肥肉烤化进梅干菜里，咬一口满手油。', path: '食品保健/糕点', price: 38, grams: 300, mm: [200, 150, 60], facts: { ingredients: ['wheat flour', 'pork', 'preserved mustard greens', 'lard'] }, troubled: true, look: ['snackBag', 'walnut'] },
    { key: 'sesame', title: '芝麻薄脆手工低糖坚果脆片办公室零食', call: ['芝麻薄脆', 'sesame crisps'], text: '对着光能看见芝麻的影子。', path: '食品保健/零食', price: 29, grams: 220, mm: [180, 120, 60], facts: { ingredients: ['sesame', 'rice flour', 'maltose'] }, papers: 'food', look: ['snackBag', 'oat', 'dots'] },
    { key: 'mooncake', title: '冰皮流心月饼礼盒奶黄中秋', call: ['奶黄月饼', 'custard mooncakes'], text: '奶黄是自己炒的，咸蛋黄占三成。', path: '食品保健/糕点', price: 128, grams: 480, mm: [240, 240, 60], facts: { ingredients: ['egg yolk', 'butter', 'milk powder', 'wheat flour'] }, troubled: true, look: ['pastryBox', 'gold', 'floral'] },
  ]),
  ...shelf('shanzhen', '山里来信', [
    { key: 'mushroom', title: '云南干菌菇汤料包羊肚菌竹荪姬松茸', call: ['菌汤包', 'wild mushroom soup mix'], text: '一包一锅汤，泡发的水别倒，鲜都在里面。', path: '食品保健/干货', price: 58, grams: 90, mm: [220, 160, 50], facts: { ingredients: ['morel', 'bamboo fungus', 'agaricus'] }, papers: 'food', look: ['mushrooms', 'walnut'] },
    { key: 'matsutake', title: '松茸干片香格里拉手采冻干', call: ['松茸片', 'dried matsutake slices'], text: '学生的爷爷天不亮上山采的，一片一片摊开冻干。', path: '食品保健/干货', price: 138, grams: 50, mm: [180, 120, 50], facts: { ingredients: ['matsutake'] }, papers: 'food', look: ['mushrooms', 'camel'] },
    { key: 'chilli', title: '单山蘸水辣椒面烧烤干碟云南', call: ['辣椒蘸水', 'Yunnan chilli dip'], text: '糊辣香，蘸水果也好吃。', path: '食品保健/调味', price: 22, grams: 150, mm: [160, 110, 40], facts: { powderGrams: 150, ingredients: ['chilli', 'salt', 'sichuan pepper', 'cumin'] }, papers: 'food', look: ['snackBag', 'cinnabar'] },
    { key: 'beef', title: '手撕牦牛肉干原味风干藏区零食', call: ['牦牛肉干', 'yak jerky'], text: '挂在风口三个月，撕着吃才香。', path: '食品保健/零食', price: 78, grams: 200, mm: [180, 130, 50], facts: { ingredients: ['yak beef', 'salt'] }, troubled: true, look: ['snackBag', 'brick'] },
  ]),
  ...shelf('fengwu', '蜂物', [
    { key: 'linden', title: '长白山椴树蜜结晶白蜜天然成熟蜜', call: ['椴树蜜', 'linden honey'], text: '一年一取，自然封盖，冬天会结成雪白的膏。', path: '食品保健/蜂蜜', price: 98, grams: 650, mm: [90, 90, 120], facts: { ingredients: ['honey'] }, papers: 'food', look: ['honeyJar', 'honey'] },
    { key: 'comb', title: '蜂巢蜜嚼着吃整块巢蜜礼盒', call: ['巢蜜', 'honeycomb'], text: '切一块放在温的馒头上。', path: '食品保健/蜂蜜', price: 128, grams: 500, mm: [140, 140, 50], facts: { ingredients: ['honeycomb'] }, papers: 'food', look: ['honeyJar', 'lemon', 'grid'] },
    { key: 'candle', title: '天然蜂蜡蜡烛卷蜡手工无烟长明', call: ['蜂蜡卷烛', 'rolled beeswax candles'], text: '点着有淡淡的蜜味，不滴。', path: '家居/香薰', price: 46, grams: 180, mm: [200, 60, 60], of: 'beeswax 100', papers: 'mark', look: ['candle', 'lemon'] },
  ]),
  ...shelf('yangxin', '养心堂', [
    { key: 'flower-tea', title: '菊花枸杞决明子茶花草茶组合独立包', call: ['菊花枸杞茶', 'chrysanthemum goji tea'], text: '盯屏幕一天，晚上泡一包。', path: '食品保健/花茶', price: 39, grams: 150, mm: [180, 130, 60], facts: { ingredients: ['chrysanthemum', 'goji berry', 'cassia seed'] }, papers: 'food', look: ['herbs', 'lemon'] },
    { key: 'plum', title: '古法酸梅汤原料包乌梅山楂陈皮自煮', call: ['酸梅汤料', 'sour plum drink mix'], text: '一包煮两升，放凉了再加冰糖。', path: '食品保健/冲饮', price: 28, grams: 240, mm: [190, 130, 60], facts: { ingredients: ['smoked plum', 'hawthorn', 'tangerine peel', 'liquorice'] }, papers: 'food', look: ['herbs', 'plum'] },
    { key: 'sesame-ball', title: '黑芝麻丸九蒸九晒无蔗糖独立装', call: ['黑芝麻丸', 'black sesame balls'], text: '嚼到第三下才出香。', path: '食品保健/滋补', price: 45, grams: 180, mm: [160, 120, 60], facts: { ingredients: ['black sesame', 'honey', 'black rice'] }, papers: 'food', look: ['jarGlass', 'charcoal'] },
    { key: 'ginger', title: '红糖姜茶块老姜大姨妈手工独立包装', call: ['红糖姜茶', 'brown sugar ginger cubes'], text: '姜是真辣，慢慢喝。', path: '食品保健/冲饮', price: 32, grams: 250, mm: [170, 120, 60], facts: { ingredients: ['brown sugar', 'ginger', 'jujube'] }, papers: 'food', look: ['snackBag', 'brick', 'stripe'] },
    { key: 'slim', title: '减肥瘦身荷叶茶月瘦二十斤排油燃脂', call: ['瘦身茶', 'slimming tea'], text: '不运动不节食，一个月瘦二十斤，不反弹。', path: '食品保健/滋补', price: 69, grams: 120, mm: [150, 110, 60], facts: { ingredients: ['lotus leaf', 'senna leaf'] }, troubled: true, look: ['herbs', 'moss'] },
    { key: 'ejiao', title: '阿胶糕即食红枣核桃补血养颜礼盒', call: ['阿胶糕', 'ejiao cake'], text: '驴皮熬胶，补气血，治失眠。', path: '食品保健/滋补', price: 158, grams: 400, mm: [220, 160, 50], facts: { ingredients: ['donkey-hide gelatin', 'walnut', 'jujube'] }, troubled: true, look: ['pastryBox', 'cinnabar'] },
  ]),
];
