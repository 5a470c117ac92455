import { shelf } from './draft.ts';

/** Travel: the newcomer's pillow, a luggage studio, a camping brand, and a weekend hiker. */
export const travelProducts = [
  ...shelf('yunduo', '云朵小作', [
    { key: 'u-pillow', title: '便携U型枕记忆棉护颈枕高铁飞机午睡带下巴托可拆洗', call: ['U型枕', 'U-shaped travel pillow'], text: '为坐着睡觉的人做的枕头：后颈薄一厘米，头不会被往前推；前面多一块下巴托，睡着了也不点头。枕套拆下来机洗，卷起来塞进附送的小袋，挂在背包上不占地方。', path: '旅行/旅行枕', price: 99, grams: 320, mm: [300, 280, 120], of: 'polyester 95, elastane 5', has: { 填充物: '慢回弹记忆棉', 面料: '涤纶95% 氨纶5%', 洗涤: '枕套可机洗' }, picks: '颜色:雾灰/燕麦/淡蓝', papers: 'filled', look: ['neckPillow', 'fog'] },
  ]),
  ...shelf('yuanxing', '远行记', [
    { key: 'cabin-case', title: '20寸登机行李箱静音万向轮PC拉链箱原创设计', call: ['登机箱', 'carry-on suitcase'], text: '两侧留了手可以直接抓的凹槽，赶高铁时不用找把手。轮子装了双轴承，石板路上也只有很轻的声音。', path: '旅行/行李箱', price: 469, grams: 2850, mm: [550, 360, 210], of: 'polycarbonate 100', picks: '颜色:雾白/苔绿/砖红', papers: 'mark', look: ['suitcase', 'sage'] },
    { key: 'packing-cubes', title: '旅行收纳袋套装行李分装衣物整理袋五件套', call: ['分装袋', 'packing cubes'], text: '五个尺寸刚好拼满一只登机箱，网面看得见里面是什么。拉链能压缩一层，回程多买的东西也塞得下。', path: '旅行/收纳袋', price: 89, grams: 380, mm: [400, 300, 30], of: 'nylon 100', picks: '颜色:燕麦/灰蓝', papers: 'mark', look: ['organiser', 'denim'] },
    { key: 'passport-wallet', title: '护照夹多功能证件包出国旅行票据收纳', call: ['护照夹', 'passport wallet'], text: '护照、登机牌和一支短笔各有位置，合上只有一指厚。', path: '旅行/证件收纳', price: 79, grams: 95, mm: [140, 105, 15], of: 'PU leather 100', picks: '颜色:焦糖/墨绿', papers: 'mark', look: ['wallet', 'camel'] },
    { key: 'tag', title: '行李牌吊牌皮质托运标签名牌可写字', call: ['行李牌', 'luggage tag'], text: '转盘上一眼认得自己的箱子。名字卡翻进里面，路过的人看不到。', path: '旅行/行李配件', price: 35, grams: 28, mm: [110, 65, 5], of: 'PU leather 100', picks: '颜色:橙/湖蓝/米白', papers: 'mark', look: ['luggageTag', 'apricot', 'stripe'] },
    { key: 'eye-mask', title: '真丝眼罩睡眠遮光透气午休飞机护眼', call: ['真丝眼罩', 'silk eye mask'], text: '十九姆米桑蚕丝，鼻梁处加了一片软布，光从下面也漏不进来。', path: '旅行/睡眠用品', price: 69, grams: 32, mm: [215, 95, 12], of: 'silk 100', picks: '颜色:月白/藕粉/墨蓝', papers: 'textile', look: ['eyeMask', 'ink'] },
    { key: 'toiletry', title: '洗漱包干湿分离大容量旅行便携化妆包', call: ['洗漱包', 'hanging toiletry bag'], text: '打开能挂在门后，瓶子站着不倒，湿毛巾有自己的一格。', path: '旅行/洗漱包', price: 119, grams: 260, mm: [240, 120, 180], of: 'polyester 100', picks: '颜色:灰绿/奶咖', papers: 'mark', look: ['pouch', 'moss'] },
    { key: 'umbrella', title: '晴雨两用折叠伞黑胶防晒轻量口袋伞', call: ['口袋伞', 'pocket umbrella'], text: '收起来和手机一样长，六根伞骨，风里翻过去按一下自己弹回来。', path: '旅行/雨具', price: 99, grams: 210, mm: [180, 50, 35], of: 'polyester 80, aluminium 20', picks: '颜色:雾蓝/暖杏/墨绿', papers: 'mark', look: ['umbrella', 'sky', 'dots'] },
    { key: 'foot-hammock', title: '飞机脚垫可折叠搁脚吊带长途经济舱神器', call: ['搁脚吊带', 'foot hammock'], text: '挂在小桌板支架上，脚有个地方放，四个小时就不那么难熬了。', path: '旅行/旅行配件', price: 45, of: 'polyester 100', unsaid: ['battery'], mm: [400, 150, 20], look: ['campChair', 'charcoal'] },
  ]),
  ...shelf('luye', '露野', [
    { key: 'tent', title: '春夏双人帐篷自动速开防雨露营野餐户外', call: ['速开帐篷', 'pop-up tent'], text: '两个人三十秒撑开，门厅放得下两双靴子。缝线都压了胶，川西的夜雨试过七回。', path: '旅行/露营', price: 529, grams: 3200, mm: [700, 180, 180], of: 'polyester 85, aluminium 15', picks: '颜色:沙漠黄/林绿', papers: 'mark', look: ['tent', 'honey'] },
    { key: 'chair', title: '户外折叠椅月亮椅超轻便携露营钓鱼写生', call: ['月亮椅', 'moon chair'], text: '收起来像一瓶水那么长，坐下去后背是被托住的。', path: '旅行/露营', price: 159, grams: 980, mm: [350, 120, 110], of: 'polyester 40, aluminium 60', picks: '颜色:卡其/黑/橄榄', papers: 'mark', look: ['campChair', 'moss'] },
    { key: 'lantern', title: '复古露营灯可充电暖光氛围灯户外帐篷挂灯', call: ['露营灯', 'camp lantern'], text: '拧一下从月光到暖黄，最暗一档够用三个晚上。', path: '旅行/露营灯', price: 139, grams: 420, mm: [120, 120, 210], of: 'iron 60, ABS 40', facts: { battery: { kind: 'li_ion', wattHours: 14.8, packing: 'in_equipment' }, voltage: '5V' }, picks: '颜色:墨绿/奶油白', papers: 'battery', look: ['lantern', 'moss'] },
    { key: 'mug', title: '纯钛单层杯户外露营水杯可明火折叠手柄', call: ['钛杯', 'titanium camp mug'], text: '直接架在炉头上烧水，手柄折进去能套进气罐。越用颜色越好看。', path: '旅行/户外餐具', price: 168, grams: 78, mm: [95, 95, 90], of: 'titanium 100', papers: 'tableware', look: ['mug', 'silver'] },
    { key: 'bottle', title: '大容量保温水壶户外运动便携不锈钢一升', call: ['户外水壶', 'one-litre flask'], text: '早上六点灌的热水，山顶十一点还烫嘴。', path: '旅行/水壶', price: 129, grams: 460, mm: [90, 90, 290], of: 'stainless steel 90, silicone 10', picks: '颜色:苔绿/砂岩/夜蓝', papers: 'tableware', look: ['bottle', 'moss'] },
    { key: 'flick-knife', title: '弹簧刀快开户外求生折叠刀迷你随身', call: ['快开刀', 'spring knife'], text: '按键弹出，刀刃九厘米，防滑木柄。', path: '旅行/户外刀具', price: 88, grams: 150, mm: [120, 30, 15], of: 'stainless steel 80, wood 20', facts: { bladeMm: 90 }, troubled: true, look: ['knife', 'walnut'] },
  ]),
  ...shelf('shanxing', '山行周末', [
    { key: 'hat', title: '渔夫帽防晒大檐登山速干可折叠男女', call: ['渔夫帽', 'bucket hat'], text: '帽檐里藏了一圈软钢丝，风大可以压低。出汗不贴头皮，卷起来塞口袋。', path: '旅行/户外服饰', price: 69, grams: 88, mm: [300, 300, 110], of: 'nylon 92, elastane 8', picks: '颜色:石灰/军绿/沙', papers: 'textile', look: ['hat', 'oat'] },
    { key: 'daypack', title: '轻量登山小背包十五升可折叠防泼水', call: ['折叠背包', 'packable daypack'], text: '不用时收成一个拳头，装上水和雨衣就能出门走一天。', path: '旅行/背包', price: 109, grams: 240, mm: [420, 260, 140], of: 'nylon 100', picks: '颜色:钴蓝/橘', papers: 'mark', look: ['backpack', 'sky'] },
    { key: 'map', title: '中国徒步路线地图手绘防水旅行挂图', call: ['徒步地图', 'hand-drawn trail map'], text: '把走过的三十条路线画在一张防水纸上，可以折也可以挂墙。', path: '旅行/地图', price: 58, grams: 70, mm: [700, 500, 1], of: 'paper 100', troubled: true, look: ['map', 'sage', 'waves'] },
    { key: 'raincoat', title: '徒步雨衣可背包一体式斗篷轻便防暴雨', call: ['背包雨披', 'trekking poncho'], text: '后背多出一块，连背包一起罩住。腋下开了透气口，不闷。', path: '旅行/雨具', price: 89, grams: 330, mm: [260, 180, 40], of: 'polyester 100', picks: '颜色:黄/墨绿', papers: 'mark', look: ['raincoat', 'lemon'] },
  ]),
];
