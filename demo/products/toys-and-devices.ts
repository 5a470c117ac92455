import { shelf } from './draft.ts';

/** Toys: a plush designer, a wood turner, a puzzle maker. Devices: small speakers and lamps from two design studios. */
export const designToyProducts = [
  ...shelf('maorong', '绒绒星球', [
    { key: 'rabbit', title: '长耳兔毛绒玩偶陪睡公仔安抚礼物原创', call: ['长耳兔', 'long-eared plush rabbit'], text: '名叫阿慢，生日是雨水那天。耳朵里有一点重量，抱着会垂下来。', path: '玩具/毛绒玩具', price: 129, grams: 260, mm: [380, 160, 130], of: 'polyester 100', picks: '颜色:奶油/雾灰/藕粉', facts: { minimumAgeMonths: 36 }, papers: 'plush', look: ['plush', 'cream', 'plain', 'rabbit'] },
    { key: 'dragon', title: '小龙毛绒公仔国风原创设计生肖礼物', call: ['小龙玩偶', 'little dragon plush'], text: '脾气不大，爱吃桂花糕，尾巴可以绕在手腕上。', path: '玩具/毛绒玩具', price: 139, grams: 280, mm: [300, 200, 160], of: 'polyester 100', picks: '颜色:青/朱', facts: { minimumAgeMonths: 36 }, papers: 'plush', look: ['plush', 'jade', 'plain', 'dragon'] },
    { key: 'panda', title: '熊猫团子毛绒玩具成都纪念原创', call: ['熊猫团子', 'panda dumpling plush'], text: '坐姿，屁股里加了豆子，放桌上不倒。', path: '玩具/毛绒玩具', price: 99, grams: 320, mm: [220, 180, 180], of: 'polyester 100', facts: { minimumAgeMonths: 36 }, papers: 'plush', look: ['plush', 'snow', 'plain', 'panda'] },
    { key: 'sheep', title: '小羊毛绒公仔抱着睡安抚软糯', call: ['小羊玩偶', 'sleepy lamb plush'], text: '数到第三只就睡着了，所以一套只有三只。', path: '玩具/毛绒玩具', price: 89, of: 'polyester 100', grams: 210, mm: [240, 160, 140], unsaid: ['minimumAgeMonths'], look: ['plush', 'oat', 'plain', 'sheep'] },
    { key: 'cat', title: '便利店猫毛绒挂件包包钥匙扣公仔', call: ['便利店猫挂件', 'corner-shop cat charm'], text: '手里抱着饭团，肚子一捏会扁。', path: '玩具/毛绒挂件', price: 49, grams: 45, mm: [110, 80, 60], of: 'polyester 95, zinc 5', facts: { minimumAgeMonths: 36 }, papers: 'plush', look: ['plush', 'apricot', 'plain', 'cat'] },
    { key: 'blanket', title: '玩偶毯子二合一空调毯午睡抱枕小熊', call: ['小熊抱枕毯', 'bear cushion blanket'], text: '肚子里藏着一条毯子，拉链拉上又是一只熊。', path: '家居/毯子', price: 119, grams: 620, mm: [320, 280, 140], of: 'polyester 100', papers: 'filled', look: ['plush', 'camel', 'plain', 'bear'] },
    { key: 'slippers', title: '毛绒拖鞋女可爱小熊居家冬季保暖', call: ['小熊毛拖', 'bear fluffy slippers'], text: '走起来耳朵会动。', path: '鞋包/拖鞋', price: 79, grams: 300, mm: [280, 200, 100], of: 'polyester 80, TPU 20', picks: '尺码:36-37/38-39', papers: 'mark', look: ['slipper', 'camel', 'dots'] },
  ]),
  ...shelf('muwan', '木丸子', [
    { key: 'blocks', title: '榉木积木大颗粒原木儿童益智无漆', call: ['榉木积木', 'beech building blocks'], text: '四十块，六种形状，边角都用手指摸过。', path: '玩具/积木', price: 168, grams: 1800, mm: [280, 200, 90], of: 'beech 100', facts: { minimumAgeMonths: 18 }, papers: 'toy', look: ['blocks', 'bamboo'] },
    { key: 'car', title: '木制小汽车惯性玩具车宝宝学爬拖拉', call: ['木头小汽车', 'wooden toy car'], text: '轮子是荷木，滚起来有一点咕噜声。', path: '玩具/玩具车', price: 59, grams: 180, mm: [140, 80, 80], of: 'beech 100', facts: { minimumAgeMonths: 18 }, papers: 'toy', look: ['woodCar', 'sage'] },
    { key: 'rings', title: '彩虹套圈叠叠乐木制蒙氏早教', call: ['叠叠圈', 'wooden stacking rings'], text: '颜色是水性染的，看得见木纹。', path: '玩具/早教', price: 69, grams: 420, mm: [120, 120, 220], of: 'beech 100', facts: { minimumAgeMonths: 12 }, papers: 'toy', look: ['rings', 'terracotta'] },
    { key: 'train', title: '磁性小火车木质轨道车厢玩具', call: ['磁力木火车', 'magnetic wooden train'], text: '车厢之间用磁扣接，正反都能吸。', path: '玩具/玩具车', price: 89, grams: 360, mm: [320, 70, 90], of: 'beech 95, iron 5', facts: { minimumAgeMonths: 36, magnet: true }, look: ['train', 'cinnabar'] },
    { key: 'doll', title: '木头不倒翁套娃手绘摆件中国风', call: ['手绘套娃', 'hand-painted nesting dolls'], text: '五个，最小的只有一颗花生大。', path: '玩具/套娃', price: 98, grams: 310, mm: [90, 90, 170], of: 'wood 100', facts: { minimumAgeMonths: 72 }, papers: 'toy', look: ['doll', 'cinnabar', 'floral'] },
  ]),
  ...shelf('pintu', '碎片', [
    { key: 'lane', title: '老武汉里分拼图五百片成人解压木质', call: ['里分拼图', 'old lane jigsaw'], text: '画的是外婆住过的那条里分，晾衣竿上有她的花衬衫。', path: '玩具/拼图', price: 69, grams: 520, mm: [260, 190, 50], of: 'paperboard 100', facts: { minimumAgeMonths: 96 }, papers: 'toy', look: ['puzzle', 'brick'] },
    { key: 'museum', title: '馆藏纹样拼图一千片青绿山水国风礼盒', call: ['山水拼图', 'blue-green landscape jigsaw'], text: '最难的是那片水，祝你好运。', path: '玩具/拼图', price: 99, grams: 780, mm: [300, 220, 60], of: 'paperboard 100', facts: { minimumAgeMonths: 120 }, papers: 'toy', look: ['puzzle', 'jade', 'waves'] },
    { key: 'kids', title: '儿童拼图三十六片动物地铁早教大块', call: ['动物地铁拼图', 'animal metro puzzle'], text: '每节车厢坐着一种动物，站名是它爱吃的东西。', path: '玩具/拼图', price: 39, grams: 300, mm: [220, 160, 40], of: 'paperboard 100', facts: { minimumAgeMonths: 36 }, papers: 'toy', look: ['puzzle', 'lemon'] },
  ]),
];

export const designDeviceProducts = [
  ...shelf('huisheng', '回声', [
    { key: 'walnut-radio', title: '胡桃木蓝牙音箱复古收音机小型桌面', call: ['胡桃木音箱', 'walnut Bluetooth speaker'], text: '旋钮有阻尼，低音不轰。适合小声放一整晚。', path: '数码家电/音箱', price: 399, grams: 1350, mm: [220, 120, 140], of: 'walnut 70, ABS 30', facts: { battery: { kind: 'li_ion', wattHours: 18.5, packing: 'in_equipment' }, radio: true, voltage: '5V' }, papers: 'radio', look: ['radio', 'walnut'] },
    { key: 'pebble', title: '鹅卵石便携音箱防水户外小音响', call: ['鹅卵石音箱', 'pebble speaker'], text: '握在手里像一块石头，能挂在浴室里。', path: '数码家电/音箱', price: 189, grams: 290, mm: [110, 100, 50], of: 'ABS 60, silicone 40', picks: '颜色:河灰/苔/陶', facts: { battery: { kind: 'li_ion', wattHours: 7.4, packing: 'in_equipment' }, radio: true, voltage: '5V' }, papers: 'radio', look: ['speaker', 'fog'] },
    { key: 'buds', title: '半入耳蓝牙耳机通话降噪长续航', call: ['半入耳耳机', 'open-fit earbuds'], text: '戴三个小时耳朵不胀，听播客最合适。', path: '数码家电/耳机', price: 239, grams: 48, mm: [60, 50, 25], of: 'ABS 100', picks: '颜色:雾白/夜蓝', facts: { battery: { kind: 'li_ion', wattHours: 1.9, packing: 'in_equipment' }, radio: true, voltage: '5V' }, papers: 'radio', look: ['earbuds', 'snow'] },
    { key: 'cans', title: '头戴式耳机布面复古有线听歌轻便', call: ['布面头戴耳机', 'fabric headphones'], text: '耳罩可以拆下来洗，线也可以换。', path: '数码家电/耳机', price: 269, grams: 185, mm: [190, 170, 70], of: 'ABS 60, polyester 40', picks: '颜色:燕麦/酒红', papers: 'plug', look: ['headphones', 'oat', 'knit'] },
    { key: 'noise', title: '白噪音机助眠器婴儿哄睡雨声便携', call: ['白噪音机', 'white noise machine'], text: '雨声录自武夷山的一个屋檐。', path: '数码家电/助眠', price: 129, grams: 240, mm: [100, 100, 60], of: 'ABS 100', unsaid: ['battery'], look: ['speaker', 'mint', 'waves'] },
  ]),
  ...shelf('deng', '灯下', [
    { key: 'mushroom', title: '蘑菇台灯充电触摸调光卧室床头氛围', call: ['蘑菇台灯', 'mushroom lamp'], text: '拍一下亮一档，最暗像月光，喂奶不刺眼。', path: '数码家电/灯具', price: 169, grams: 620, mm: [180, 180, 240], of: 'ABS 50, iron 50', picks: '颜色:奶白/番茄/橄榄', facts: { battery: { kind: 'li_ion', wattHours: 9.3, packing: 'in_equipment' }, voltage: '5V' }, papers: 'battery', look: ['lamp', 'cream'] },
    { key: 'paper', title: '和纸灯笼灯客厅落地氛围灯日式可折叠', call: ['和纸灯', 'folding paper lamp'], text: '折起来像一本书，搬家夹在腋下就走。', path: '数码家电/灯具', price: 259, grams: 980, mm: [320, 320, 60], of: 'paper 60, beech 40', facts: { battery: { kind: 'li_ion', wattHours: 14.8, packing: 'in_equipment' }, voltage: '5V' }, papers: 'battery', look: ['paperLamp', 'cream'] },
    { key: 'bunny', title: '兔兔拍拍灯硅胶夜灯儿童喂奶伴睡', call: ['兔兔拍拍灯', 'bunny night light'], text: '可以捏，摔地上会弹起来。', path: '数码家电/灯具', price: 79, grams: 260, mm: [130, 110, 150], of: 'silicone 90, ABS 10', facts: { battery: { kind: 'li_ion', wattHours: 4.4, packing: 'in_equipment' }, voltage: '5V' }, papers: 'battery', look: ['nightLight', 'snow'] },
    { key: 'clip', title: '夹子阅读灯护眼充电床头看书宿舍', call: ['夹书灯', 'clip-on reading light'], text: '只照亮一页书，旁边的人继续睡。', path: '数码家电/灯具', price: 59, grams: 68, mm: [120, 40, 30], of: 'ABS 100', facts: { battery: { kind: 'li_ion', wattHours: 2.6, packing: 'in_equipment' }, voltage: '5V' }, papers: 'battery', look: ['phoneStand', 'honey'] },
    { key: 'brass', title: '黄铜中古台灯插电绿罩书房复古', call: ['黄铜台灯', 'brass banker lamp'], text: '拉绳开关，咔嗒一声，书房就有了。', path: '数码家电/灯具', price: 459, grams: 2100, mm: [260, 180, 360], of: 'brass 50, glass 50', facts: { voltage: '220V' }, look: ['lamp', 'moss'] },
    { key: 'projector', title: '星空投影灯卧室氛围旋转小夜灯', call: ['星空投影灯', 'starry night projector'], text: '投的是二月的星图，不是随便撒的点。', path: '数码家电/灯具', price: 149, grams: 480, mm: [130, 130, 140], of: 'ABS 100', facts: { battery: { kind: 'none' }, voltage: '5V' }, papers: 'plug', look: ['projector', 'ink'] },
  ]),
];
