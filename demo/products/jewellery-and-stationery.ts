import { shelf } from './draft.ts';

/** Jewellery: a Miao silversmith, freshwater pearls, silk flowers, hair ties. Stationery: journals, brushes, pens, stickers. */
export const jewelleryProducts = [
  ...shelf('yinhe', '银禾', [
    { key: 'bangle', title: '苗银錾刻手镯手工足银复古民族风开口', call: ['錾刻银镯', 'chased silver bangle'], text: '花纹是蕨和蝴蝶，外婆那一辈衣服上的样子。戴久了高处会亮，低处会黑。', path: '珠宝配饰/手镯', price: 568, grams: 38, mm: [65, 60, 20], of: 'silver 100', papers: 'jewellery', look: ['bangle', 'silver'] },
    { key: 'lock', title: '长命锁银项链平安锁吊坠古法手工', call: ['平安锁', 'silver lock pendant'], text: '锁面錾一枝石榴，背面可以刻三个字。', path: '珠宝配饰/项链', price: 428, grams: 22, mm: [70, 50, 15], of: 'silver 100', papers: 'jewellery', look: ['necklace', 'silver', 'plain', 'lock'] },
    { key: 'ring', title: '古法银戒指细圈叠戴素圈手工锤纹', call: ['锤纹银戒', 'hammered silver ring'], text: '一锤一锤敲出来的水波。', path: '珠宝配饰/戒指', price: 128, grams: 4, mm: [22, 22, 4], of: 'silver 92.5, copper 7.5', picks: '圈口:12/14/16/18', papers: 'jewellery', look: ['ring', 'silver', 'plain', 'band'] },
    { key: 'earrings', title: '银耳环蝴蝶流苏民族风长款手工', call: ['蝴蝶流苏耳环', 'butterfly tassel earrings'], text: '走路时有很小的声音，像隔着一座山的芦笙。', path: '珠宝配饰/耳饰', price: 198, grams: 12, mm: [80, 30, 6], of: 'silver 92.5, copper 7.5', papers: 'jewellery', look: ['earrings', 'silver', 'plain', 'tassel'] },
    { key: 'leaf', title: '银叶子锁骨链自然拓印小众设计', call: ['银叶锁骨链', 'silver leaf necklace'], text: '用真叶子压出来的叶脉，没有两片相同。', path: '珠宝配饰/项链', price: 236, grams: 7, mm: [60, 40, 5], of: 'silver 92.5, copper 7.5', papers: 'jewellery', look: ['necklace', 'silver', 'plain', 'leaf'] },
    { key: 'ivory', title: '老象牙镶银吊坠收藏级手工雕刻', call: ['牙雕吊坠', 'carved pendant'], text: '老象牙料，银匠镶边，一物一图。', path: '珠宝配饰/吊坠', price: 1680, grams: 18, mm: [50, 30, 12], of: 'silver 60, ivory 40', troubled: true, look: ['necklace', 'cream', 'plain', 'lock'] },
  ]),
  ...shelf('zhuhai', '珠海集', [
    { key: 'strand', title: '淡水珍珠项链近圆强光经典款送妈妈', call: ['珍珠项链', 'freshwater pearl strand'], text: '七到八毫米，光泽分到强。线上每颗打一个结，断了也只掉一颗。', path: '珠宝配饰/项链', price: 399, grams: 36, mm: [180, 60, 15], of: 'pearl 96, silver 4', papers: 'jewellery', look: ['necklace', 'gold', 'plain', 'pearls'] },
    { key: 'stud', title: '珍珠耳钉925银简约通勤小巧', call: ['珍珠耳钉', 'pearl studs'], text: '四毫米，像耳垂上的一滴水。', path: '珠宝配饰/耳饰', price: 89, grams: 3, mm: [20, 20, 8], of: 'pearl 60, silver 40', papers: 'jewellery', look: ['earrings', 'gold'] },
    { key: 'baroque', title: '巴洛克异形珍珠吊坠孤品锁骨链', call: ['巴洛克吊坠', 'baroque pearl pendant'], text: '形状像一只打盹的小鸟，或者你觉得像别的。', path: '珠宝配饰/项链', price: 219, grams: 9, mm: [60, 40, 12], of: 'pearl 70, silver 30', papers: 'jewellery', look: ['necklace', 'silver'] },
    { key: 'bracelet', title: '珍珠手链弹力日常叠戴小米珠', call: ['小米珠手链', 'seed pearl bracelet'], text: '三毫米的小珠，和手表叠着戴不抢。', path: '珠宝配饰/手链', price: 79, grams: 6, mm: [60, 60, 4], of: 'pearl 100', papers: 'jewellery', look: ['bracelet', 'snow'] },
    { key: 'hoop', title: '珍珠耳圈复古法式气质圆环', call: ['珍珠耳圈', 'pearl hoops'], text: '圆环下挂一颗，侧头的时候才看见。', path: '珠宝配饰/耳饰', price: 109, grams: 7, mm: [45, 30, 8], of: 'pearl 40, brass 60', papers: 'jewellery', look: ['earrings', 'gold', 'plain', 'hoop'] },
    { key: 'brooch', title: '珍珠花朵胸针复古西装配饰别针', call: ['珍珠胸针', 'pearl flower brooch'], text: '别在大衣领子上，整个冬天不用换。', path: '珠宝配饰/胸针', price: 139, grams: 18, mm: [55, 45, 15], of: 'pearl 30, brass 70', papers: 'jewellery', look: ['brooch', 'gold'] },
    { key: 'ring', title: '珍珠戒指开口可调小众气质', call: ['珍珠戒指', 'adjustable pearl ring'], text: '开口藏在珠子下面，粗细都能戴。', path: '珠宝配饰/戒指', price: 99, grams: 4, mm: [22, 22, 12], of: 'pearl 50, silver 50', papers: 'jewellery', look: ['ring', 'gold', 'plain', 'pearl'] },
  ]),
  ...shelf('ronghua', '一枝绒', [
    { key: 'camellia', title: '绒花山茶发簪非遗手工蚕丝古风汉服发饰', call: ['山茶绒花簪', 'silk camellia hairpin'], text: '蚕丝染色、勾条、传花，一朵要两天。盒子里留了一张日期卡。', path: '珠宝配饰/发饰', price: 268, grams: 18, mm: [180, 60, 50], of: 'silk 70, copper 30', picks: '颜色:朱红/月白/藕', papers: 'jewellery', look: ['hairpin', 'cinnabar'] },
    { key: 'plum', title: '绒花梅花胸针旗袍配饰手工国风', call: ['梅花绒花胸针', 'silk plum brooch'], text: '三朵开的，两朵没开的。', path: '珠宝配饰/胸针', price: 168, grams: 12, mm: [80, 50, 30], of: 'silk 70, copper 30', papers: 'jewellery', look: ['brooch', 'rose'] },
    { key: 'earring', title: '绒花玉兰耳饰银针古典新娘', call: ['玉兰绒花耳饰', 'silk magnolia earrings'], text: '轻得像没戴，风吹会动。', path: '珠宝配饰/耳饰', price: 158, grams: 5, mm: [60, 25, 15], of: 'silk 60, silver 40', papers: 'jewellery', look: ['earrings', 'blush', 'plain', 'flower'] },
    { key: 'wisteria', title: '缠花紫藤步摇发钗流苏古风手作', call: ['紫藤步摇', 'wisteria hair ornament'], text: '低头时花串垂到耳边。', path: '珠宝配饰/发饰', price: 328, grams: 26, mm: [200, 70, 50], of: 'silk 60, copper 40', papers: 'jewellery', look: ['hairpin', 'lilac'] },
    { key: 'comb', title: '缠花小发梳刘海梳日常古风新中式', call: ['缠花发梳', 'silk-wrapped hair comb'], text: '不穿汉服也能戴，盘个低髻插上就好。', path: '珠宝配饰/发饰', price: 98, grams: 10, mm: [90, 40, 20], of: 'silk 50, brass 50', papers: 'jewellery', look: ['comb', 'celadon', 'floral'] },
  ]),
  ...shelf('fashi', '发间小事', [
    { key: 'scrunchie', title: '真丝大肠发圈不勒头发五枚装', call: ['真丝发圈', 'silk scrunchies'], text: '边角料做的，每包五种颜色看缘分。', path: '珠宝配饰/发饰', price: 39, grams: 30, mm: [110, 110, 40], of: 'silk 90, rubber 10', papers: 'textile', look: ['scrunchie', 'blush', 'floral'] },
    { key: 'claw', title: '大号鲨鱼夹醋酸板材玳瑁色盘发', call: ['玳瑁鲨鱼夹', 'tortoiseshell-look claw'], text: '发量多的人也夹得住，弹簧用的是不生锈的。', path: '珠宝配饰/发饰', price: 32, grams: 38, mm: [110, 45, 45], of: 'acetate 95, steel 5', picks: '颜色:琥珀/奶茶/墨绿', papers: 'mark', look: ['hairClaw', 'walnut', 'speckle'] },
    { key: 'band', title: '麻花宽发带洗脸运动法式复古头箍', call: ['麻花发带', 'twisted headband'], text: '洗脸、跑步、没洗头的那天。', path: '珠宝配饰/发饰', price: 25, grams: 28, mm: [180, 90, 20], of: 'cotton 95, elastane 5', papers: 'textile', look: ['scrunchie', 'sage', 'check'] },
    { key: 'beret', title: '羊毛贝雷帽女秋冬显脸小复古', call: ['羊毛贝雷帽', 'wool beret'], text: '帽顶的小尾巴是自己搓的。', path: '服饰/帽子', price: 79, grams: 95, mm: [270, 270, 40], of: 'wool 100', picks: '颜色:酒红/驼/黑', papers: 'textile', look: ['beret', 'brick'] },
  ]),
];

export const stationeryProducts = [
  ...shelf('shouzhang', '纸上旅人', [
    { key: 'journal', title: '旅行手账本方格点阵A5可平摊巴川纸', call: ['旅行手账', 'travel journal'], text: '墨水不洇，翻到哪页都躺平。封底口袋放得下车票。', path: '文具/手账', price: 78, grams: 320, mm: [210, 148, 20], of: 'paper 95, cotton 5', picks: '颜色:海盐/砖/苔', papers: 'mark', look: ['notebook', 'terracotta'] },
    { key: 'planner', title: '周计划本无日期自填时间轴手账日程', call: ['周计划本', 'undated weekly planner'], text: '没有日期，停两个月再开始也不心疼。', path: '文具/手账', price: 56, grams: 260, mm: [210, 148, 15], of: 'paper 100', papers: 'mark', look: ['planner', 'sage'] },
    { key: 'tape', title: '和纸胶带原创插画手账素材三卷', call: ['和纸胶带', 'washi tape set'], text: '一卷是早市，一卷是火车窗外，一卷是雨。', path: '文具/胶带', price: 29, grams: 60, mm: [90, 40, 40], of: 'paper 100', picks: '图案:早市/车窗/雨天', papers: 'mark', look: ['tape', 'sky', 'floral'] },
    { key: 'stickers', title: '手账贴纸旅行植物猫咪和纸六张', call: ['旅行贴纸', 'travel stickers'], text: '从写生本里剪下来的，边角带一点铅笔线。', path: '文具/贴纸', price: 18, grams: 25, mm: [150, 100, 3], of: 'paper 100', papers: 'mark', look: ['stickers', 'apricot'] },
    { key: 'calendar', title: '二零二七木座台历原创插画旅行城市', call: ['木座台历', 'wooden desk calendar'], text: '十二张是十二座城的菜市场。', path: '文具/台历', price: 68, grams: 340, mm: [160, 90, 180], of: 'paper 70, beech 30', papers: 'mark', look: ['calendar', 'honey'] },
    { key: 'cards', title: '明信片套装城市写生水彩三十张', call: ['写生明信片', 'watercolour postcards'], text: '背面留白多，适合话多的人。', path: '文具/明信片', price: 32, grams: 150, mm: [150, 105, 20], of: 'paper 100', papers: 'mark', look: ['cards', 'mint'] },
    { key: 'bookmark', title: '黄铜书签镂空山水流苏文艺礼物', call: ['黄铜书签', 'brass bookmark'], text: '光从镂空处照在纸上，是一座很小的山。', path: '文具/书签', price: 28, grams: 14, mm: [130, 30, 2], of: 'brass 100', papers: 'mark', look: ['bookmark', 'gold', 'cloud'] },
    { key: 'pen-case', title: '笔帘帆布卷笔袋大容量手账收纳', call: ['卷笔帘', 'roll-up pen case'], text: '二十四个位，卷起来一条皮绳绕两圈。', path: '文具/笔袋', price: 65, grams: 130, mm: [220, 70, 60], of: 'canvas 100', papers: 'mark', look: ['pouch', 'indigo', 'stripe'] },
  ]),
  ...shelf('mohen', '墨痕', [
    { key: 'brush', title: '湖笔狼毫兼毫毛笔套装书法初学三支', call: ['兼毫湖笔', 'Huzhou brush set'], text: '笔锋齐，聚得拢，写完顺着捋干就行。', path: '文具/毛笔', price: 128, grams: 60, mm: [280, 60, 25], of: 'weasel hair 10, goat hair 10, bamboo 80', unsaid: ['materials'], look: ['writingBrush', 'walnut'] },
    { key: 'ink-stick', title: '松烟墨条手工描金徽墨书法收藏', call: ['松烟墨条', 'pine soot ink stick'], text: '磨起来有松香，黑里带一点蓝。', path: '文具/墨', price: 88, grams: 65, mm: [110, 28, 14], papers: 'art', look: ['soap', 'charcoal', 'cloud'] },
    { key: 'seal', title: '手工篆刻印章定制姓名章青田石', call: ['青田姓名章', 'carved name seal'], text: '刻之前先发你印稿，满意才下刀。', path: '文具/印章', price: 158, grams: 120, mm: [60, 25, 25], of: 'stone 100', papers: 'mark', look: ['seal', 'celadon'] },
    { key: 'practice', title: '水写布书法练习套装无墨反复写', call: ['水写布', 'water-writing cloth'], text: '蘸水写，三分钟后干净如初，写坏了没人知道。', path: '文具/书法', price: 42, grams: 180, mm: [430, 60, 50], of: 'polyester 100', papers: 'mark', look: ['scarf', 'snow', 'grid'] },
    { key: 'pigment', title: '固体国画颜料矿物色十二色便携', call: ['固体国画颜料', 'mineral pigment pans'], text: '石青、石绿、赭石、藤黄，研得细，加一点水就化。', path: '文具/颜料', price: 98, grams: 160, mm: [160, 80, 20], papers: 'art', look: ['palette', 'jade'] },
  ]),
  ...shelf('bimo', '笔尖', [
    { key: 'fountain', title: '黄铜钢笔复古笔身F尖书写练字礼盒', call: ['黄铜钢笔', 'brass fountain pen'], text: '笔尖出厂前试写过三行，卡片就放在盒里。', path: '文具/钢笔', price: 168, grams: 42, mm: [140, 14, 14], of: 'brass 90, steel 10', picks: '笔尖:EF/F/M', papers: 'mark', look: ['pen', 'gold'] },
    { key: 'resin', title: '树脂钢笔透明示范活塞上墨手工车制', call: ['树脂钢笔', 'resin piston pen'], text: '转尾巴吸墨，看得见墨色晃。', path: '文具/钢笔', price: 239, grams: 26, mm: [138, 15, 15], of: 'resin 90, steel 10', picks: '颜色:琥珀/湖水/烟灰', papers: 'mark', look: ['pen', 'jade', 'speckle'] },
    { key: 'ink', title: '彩色钢笔墨水不堵笔节气系列四十毫升', call: ['节气墨水', 'solar-term ink'], text: '惊蛰是绿里带金，霜降是灰里带粉。', path: '文具/墨水', price: 45, grams: 140, mm: [55, 55, 70], facts: { liquidMl: 40 }, picks: '颜色:惊蛰/谷雨/霜降/冬至', papers: 'art', look: ['ink', 'jade'] },
    { key: 'gel', title: '按动中性笔顺滑速干黑莓色系学生十支', call: ['莫兰迪中性笔', 'muted gel pens'], text: '写快了也不断墨，手蹭过去不花。', path: '文具/中性笔', price: 32, grams: 110, mm: [150, 80, 15], of: 'ABS 100', papers: 'mark', look: ['pencils', 'plum'] },
    { key: 'ruler', title: '黄铜尺子复古刻度书签两用十五厘米', call: ['黄铜尺', 'brass ruler'], text: '沉，压得住纸。', path: '文具/尺', price: 26, grams: 38, mm: [160, 18, 2], of: 'brass 100', papers: 'mark', look: ['bookmark', 'gold', 'grid'] },
    { key: 'blade', title: '高碳钢削笔刀木柄铅笔刀素描长锋', call: ['木柄铅笔刀', 'pencil knife'], text: '削得出两公分长的笔锋。', path: '文具/美工', price: 35, grams: 40, mm: [130, 22, 10], of: 'steel 50, wood 50', facts: { bladeMm: 45 }, papers: 'mark', look: ['knife', 'bamboo'] },
  ]),
  ...shelf('tiezhi', '贴纸铺子', [
    { key: 'mushroom', title: '蘑菇小人贴纸防水杯子电脑装饰五十枚', call: ['蘑菇小人贴纸', 'mushroom folk stickers'], text: '每个蘑菇都有名字，写在背面。', path: '文具/贴纸', price: 15, grams: 30, mm: [110, 80, 8], of: 'PVC 100', papers: 'mark', look: ['stickers', 'cinnabar'] },
    { key: 'memo', title: '便利贴创意撕拉面馆点单本可爱', call: ['面馆便利贴', 'noodle shop memo pad'], text: '长得像面馆点单，勾一勾今天的心情。', path: '文具/便签', price: 12, grams: 45, mm: [140, 80, 10], of: 'paper 100', papers: 'mark', look: ['planner', 'lemon'] },
    { key: 'badge', title: '马口铁徽章打工人系列搞怪胸针三枚', call: ['打工人徽章', 'office mood badges'], text: '别在工牌绳上，替你说话。', path: '珠宝配饰/徽章', price: 19, grams: 30, mm: [60, 60, 20], of: 'iron 100', papers: 'mark', look: ['brooch', 'lemon'] },
    { key: 'envelope', title: '复古信封信纸套装火漆蜡封情书', call: ['火漆信封', 'wax seal stationery set'], text: '十个信封，二十张信纸，一根蜡。', path: '文具/信纸', price: 38, grams: 180, mm: [190, 130, 30], of: 'paper 95, beeswax 5', papers: 'mark', look: ['cards', 'cream'] },
  ]),
];
