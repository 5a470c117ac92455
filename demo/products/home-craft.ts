import { shelf } from './draft.ts';

/** Home: a kiln in Jingdezhen, a candle maker, a bamboo weaver. */
export const homeCraftProducts = [
  ...shelf('gufeng', '谷风陶舍', [
    { key: 'mug-cat', title: '手绘小猫陶瓷马克杯釉下彩咖啡杯礼物', call: ['小猫马克杯', 'hand-painted cat mug'], text: '猫是一笔一笔画在坯上的，再罩透明釉，洗多少次都不会掉。每只表情不一样。', path: '家居/杯具', price: 118, grams: 340, mm: [120, 85, 95], of: 'ceramic 100', picks: '款式:橘猫/奶牛猫/玳瑁', papers: 'tableware', look: ['mug', 'cream', 'brush'] },
    { key: 'celadon-cup', title: '影青主人杯手工功夫茶杯景德镇单杯', call: ['影青茶杯', 'celadon tea cup'], text: '薄处透得过光，口沿微微外撇，喝茶不烫唇。', path: '家居/茶具', price: 168, grams: 85, mm: [75, 75, 55], of: 'porcelain 100', papers: 'tableware', look: ['teacup', 'celadon'] },
    { key: 'teapot', title: '柴烧手拉坯茶壶单壶落灰自然釉收藏', call: ['柴烧壶', 'wood-fired teapot'], text: '松木烧三天三夜，灰落在壶肩上化成釉，颜色谁也说不准。', path: '家居/茶具', price: 480, grams: 310, mm: [150, 110, 95], of: 'ceramic 100', papers: 'tableware', look: ['teapot', 'walnut', 'speckle'] },
    { key: 'bowl', title: '粗陶沙拉碗大号日式拉面碗复古餐具', call: ['粗陶大碗', 'stoneware ramen bowl'], text: '一碗面、一碗沙拉都刚好。碗底留了一圈没上釉的土色。', path: '家居/餐具', price: 96, grams: 620, mm: [190, 190, 85], of: 'ceramic 100', picks: '颜色:芝麻白/黛蓝', papers: 'tableware', look: ['bowl', 'indigo', 'speckle'] },
    { key: 'plate', title: '手绘植物餐盘甜品盘釉下彩八寸圆盘', call: ['植物餐盘', 'botanical dinner plate'], text: '画的是村口的蕨和茶花。微波炉洗碗机都可以。', path: '家居/餐具', price: 88, grams: 450, mm: [205, 205, 25], of: 'porcelain 100', papers: 'tableware', look: ['plate', 'snow', 'leaves'] },
    { key: 'vase', title: '手捏不规则小花瓶陶瓷插花摆件客厅', call: ['手捏花瓶', 'pinched bud vase'], text: '捏的时候留下了指痕，插一枝就够了。', path: '家居/花器', price: 138, grams: 520, mm: [110, 110, 210], of: 'ceramic 100', picks: '颜色:雾粉/月白/炭黑', papers: 'mark', look: ['vase', 'blush'] },
    { key: 'censer', title: '莲蓬线香炉陶瓷香插书房禅意摆件', call: ['莲蓬香炉', 'lotus-pod incense burner'], text: '盖子是一只莲蓬，烟从莲孔里出来。', path: '家居/香器', price: 158, mm: [110, 110, 90], of: 'ceramic 100', unsaid: ['weightGrams'], grams: 360, papers: 'mark', look: ['censer', 'celadon'] },
  ]),
  ...shelf('weiguang', '微光蜡作', [
    { key: 'osmanthus', title: '桂花乌龙香薰蜡烛大豆蜡安神卧室伴手礼', call: ['桂花乌龙蜡烛', 'osmanthus oolong candle'], text: '满陇桂雨那几天收的桂花，配一点焙过的茶。点一小时，屋子会记得一整晚。', path: '家居/香薰', price: 149, grams: 420, mm: [85, 85, 100], of: 'soy wax 60, glass 40', papers: 'mark', look: ['candle', 'honey'] },
    { key: 'rain', title: '雨后竹林香薰蜡烛木芯噼啪声绿叶调', call: ['雨后竹林蜡烛', 'bamboo-after-rain candle'], text: '木芯烧起来有很轻的噼啪声，像雨停后竹叶上的水滴。', path: '家居/香薰', price: 159, grams: 430, mm: [85, 85, 100], of: 'soy wax 60, glass 40', papers: 'mark', look: ['candle', 'sage'] },
    { key: 'book', title: '旧书店香薰蜡烛纸墨香书房阅读氛围', call: ['旧书店蜡烛', 'old bookshop candle'], text: '纸、墨、一点点皮革和木头柜子。适合翻长一些的小说。', path: '家居/香薰', price: 149, grams: 420, mm: [85, 85, 100], of: 'soy wax 60, glass 40', papers: 'mark', look: ['candle', 'walnut'] },
    { key: 'reed', title: '无火香薰藤条室内扩香卫生间持久海盐', call: ['海盐藤条香薰', 'sea salt reed diffuser'], text: '不用火，六根藤条慢慢散味，一瓶两个多月。', path: '家居/香薰', price: 129, grams: 480, mm: [80, 80, 260], of: 'glass 70, rattan 30', facts: { liquidMl: 120 }, look: ['diffuser', 'sky'] },
    { key: 'sachet', title: '衣柜香包挂式艾草薰衣草驱味香囊三枚', call: ['衣柜香包', 'wardrobe sachets'], text: '绑在衣架上，换季打开柜子是干净的草味。', path: '家居/香薰', price: 59, grams: 60, mm: [110, 80, 30], of: 'linen 100', papers: 'textile', look: ['sachet', 'lilac', 'floral'] },
    { key: 'spray', title: '织物香氛喷雾床品衣物去味白茶淡香', call: ['白茶织物喷雾', 'white tea linen spray'], text: '睡前往枕头上喷两下，味道退得很快，只留一点点干净。', path: '家居/香薰', price: 79, grams: 180, mm: [45, 45, 170], of: 'PET 100', facts: { liquidMl: 120 }, unsaid: ['aerosol'], look: ['spray', 'mint', 'leaves'] },
  ]),
  ...shelf('zhugu', '竹谷', [
    { key: 'blind', title: '细竹丝卷帘拉绳升降茶室隔断遮光', call: ['竹丝卷帘', 'bamboo roll-up blind'], text: '竹丝细到能透光，拉到一半，影子落在桌上是一格一格的。', path: '家居/窗饰', price: 168, grams: 1400, mm: [1200, 60, 60], of: 'bamboo 100', papers: 'mark', troubled: true, look: ['tray', 'bamboo', 'stripe'] },
    { key: 'basket', title: '竹编提篮手工野餐篮水果收纳复古', call: ['竹提篮', 'bamboo picnic basket'], text: '老竹去青后劈成两毫米的篾，提梁用火弯出来。用久了会变成蜜色。', path: '家居/收纳', price: 188, grams: 680, mm: [340, 240, 280], of: 'bamboo 100', papers: 'mark', look: ['basket', 'bamboo'] },
    { key: 'board', title: '整竹砧板加厚防霉菜板水果案板', call: ['竹砧板', 'bamboo cutting board'], text: '不拼胶，一块板子从头到尾一个方向的纹。', path: '家居/厨具', price: 79, grams: 1250, mm: [380, 260, 20], of: 'bamboo 100', papers: 'tableware', look: ['board', 'bamboo'] },
    { key: 'chopsticks', title: '竹筷子家用无漆无蜡防滑十双礼盒', call: ['无漆竹筷', 'unlacquered bamboo chopsticks'], text: '头细尾方，夹得住豆腐也夹得住花生米。', path: '家居/餐具', price: 48, grams: 220, mm: [240, 80, 25], of: 'bamboo 100', papers: 'tableware', look: ['chopsticks', 'bamboo'] },
    { key: 'lamp', title: '竹编灯罩台灯中式卧室床头氛围灯插电', call: ['竹编台灯', 'woven bamboo lamp'], text: '篾丝编成的罩子，灯一亮，墙上是一片竹影。', path: '家居/灯具', price: 239, grams: 890, mm: [240, 240, 320], of: 'bamboo 80, iron 20', unsaid: ['voltage'], look: ['paperLamp', 'bamboo', 'diamond'] },
    { key: 'tray', title: '竹制茶盘干泡台小号排水茶托', call: ['竹茶盘', 'bamboo tea tray'], text: '一壶两杯的尺寸，水漏进暗格，倒掉擦干就好。', path: '家居/茶具', price: 128, grams: 960, mm: [340, 200, 45], of: 'bamboo 100', papers: 'mark', look: ['tray', 'bamboo'] },
  ]),
];
