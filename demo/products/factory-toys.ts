import { shelf } from './draft.ts';

const from = (minimumAgeMonths: number) => ({ minimumAgeMonths });

/** A factory's shop for toys. */
export const factoryToyProducts = shelf('chengdou', '橙豆豆', [
  { key: 'bricks', title: '大颗粒积木拼装益智儿童启蒙桶装', call: ['大颗粒积木', 'chunky bricks'], text: '一桶六十块，桶盖就是底板。', path: '玩具/积木', price: 79, grams: 1100, mm: [260, 260, 240], of: 'ABS 100', facts: from(18), papers: 'toy', look: ['bricks', 'cinnabar'] },
  { key: 'street', title: '街景小颗粒积木中式糕饼铺成人拼装', call: ['糕饼铺积木', 'pastry shop brick set'], text: '八百块，蒸笼盖子能打开，里面有包子。', path: '玩具/积木', price: 129, grams: 900, mm: [340, 260, 70], of: 'ABS 100', facts: from(96), papers: 'toy', look: ['bricks', 'brick'] },
  { key: 'flowers', title: '积木花束永生拼装礼物向日葵', call: ['积木花束', 'brick flower bouquet'], text: '不用浇水，也不会过期。', path: '玩具/积木', price: 59, grams: 380, mm: [280, 180, 60], of: 'ABS 100', facts: from(96), papers: 'toy', look: ['vase', 'lemon'] },
  { key: 'engineer', title: '惯性工程车挖掘机套装耐摔男孩', call: ['惯性挖掘机', 'friction excavator'], text: '沙坑里滚过三个夏天的老款。', path: '玩具/玩具车', price: 39, grams: 420, mm: [260, 120, 140], of: 'ABS 100', facts: from(36), papers: 'toy', look: ['woodCar', 'honey'] },
  { key: 'rail', title: '轨道小火车电动声光合金车头套装', call: ['轨道火车', 'train set'], text: '八字轨道，钻隧道会亮灯。', path: '玩具/玩具车', price: 89, grams: 850, mm: [360, 260, 80], of: 'ABS 90, zinc 10', facts: { ...from(36), battery: { kind: 'alkaline', packing: 'with_equipment' } }, papers: 'toy', look: ['train', 'sky'] },
  { key: 'magnet', title: '磁力片儿童益智拼装积木彩窗强磁', call: ['磁力片', 'magnetic tiles'], text: '边缘超声波封死，磁铁抠不出来。', path: '玩具/积木', price: 119, grams: 1400, mm: [300, 240, 70], of: 'ABS 95, iron 5', facts: { ...from(36), magnet: true }, unsaid: ['documents'], look: ['blocks', 'lilac'] },
  { key: 'kitchen', title: '过家家厨房玩具切切乐蔬菜木纹套装', call: ['切切乐', 'play-food cutting set'], text: '切开有咔的一声，孩子能切一下午。', path: '玩具/过家家', price: 49, grams: 560, mm: [300, 220, 80], of: 'ABS 100', facts: from(36), papers: 'toy', look: ['fruit', 'apricot'] },
  { key: 'kite', title: '沙燕风筝微风易飞初学儿童手绘', call: ['沙燕风筝', 'swallow kite'], text: '二级风就能起，送一百米线。', path: '玩具/户外', price: 45, grams: 160, mm: [600, 90, 40], of: 'polyester 80, bamboo 20', facts: from(72), papers: 'toy', look: ['kite', 'cinnabar', 'floral'] },
  { key: 'ball', title: '儿童皮球拍拍球幼儿园专用七寸', call: ['拍拍球', 'playground ball'], text: '气嘴藏得深，不会扎手。', path: '玩具/户外', price: 19, grams: 180, mm: [180, 180, 60], of: 'rubber 100', facts: from(36), papers: 'toy', look: ['ball', 'sky', 'stars'] },
  { key: 'bubble', title: '泡泡机全自动电动手持儿童户外婚礼', call: ['泡泡机', 'bubble machine'], text: '泡泡水另外配，不漏手。', path: '玩具/户外', price: 39, grams: 260, mm: [200, 150, 70], of: 'ABS 100', facts: { ...from(36), liquidMl: 100, battery: { kind: 'alkaline', packing: 'with_equipment' } }, unsaid: ['documents'], look: ['hairdryer', 'lilac'] },
  { key: 'clay', title: '超轻黏土二十四色手工彩泥无毒安全', call: ['超轻黏土', 'air-dry clay'], text: '干了会有弹性，掉地上不碎。', path: '玩具/手工', price: 29, grams: 480, mm: [240, 180, 60], facts: from(36), papers: 'toy', look: ['palette', 'rose'] },
  { key: 'chess', title: '双面棋盘飞行棋五子棋亲子桌游便携', call: ['双面棋盘', 'two-sided board game'], text: '一面飞行棋，一面五子棋，高铁上打发三站。', path: '玩具/桌游', price: 35, grams: 420, mm: [260, 260, 40], of: 'beech 70, paper 30', facts: from(72), papers: 'toy', look: ['puzzle', 'bamboo', 'grid'] },
  { key: 'music', title: '手敲琴八音木琴儿童早教打击乐器', call: ['八音琴', 'eight-note xylophone'], text: '音是准的，老师调过。', path: '玩具/乐器', price: 59, grams: 520, mm: [280, 160, 40], of: 'wood 60, aluminium 40', facts: from(18), papers: 'toy', look: ['rack', 'rose'] },
  { key: 'doctor', title: '小医生过家家玩具听诊器套装女孩', call: ['小医生玩具', 'toy doctor kit'], text: '听诊器真的听得见心跳，很小声。', path: '玩具/过家家', price: 45, grams: 480, mm: [260, 200, 90], of: 'ABS 100', facts: from(36), papers: 'toy', look: ['medical', 'rose'] },
  { key: 'dino', title: '恐龙模型软胶仿真儿童礼物霸王龙', call: ['软胶恐龙', 'soft dinosaur figure'], text: '踩到不疼，爸爸们说的。', path: '玩具/模型', price: 35, grams: 340, mm: [300, 120, 180], of: 'PVC 100', facts: from(36), papers: 'toy', look: ['plush', 'moss', 'plain', 'dragon'] },
  { key: 'top', title: '指尖陀螺解压玩具合金静音学生', call: ['指尖陀螺', 'fidget spinner'], text: '转三分钟，开会用。', path: '玩具/解压', price: 19, grams: 60, mm: [75, 75, 14], of: 'zinc 100', facts: from(168), papers: 'mark', look: ['ring', 'silver'] },
  { key: 'blind', title: '小动物盲盒手办桌面摆件森林系列', call: ['森林盲盒', 'forest blind-box figure'], text: '六款加一款隐藏，拆之前可以摇。', path: '玩具/手办', price: 39, grams: 90, mm: [80, 80, 110], of: 'PVC 100', facts: from(168), papers: 'mark', look: ['figure', 'sage'] },
  { key: 'sticker-book', title: '贴纸书儿童粘粘乐宝宝专注力训练', call: ['贴纸书', 'sticker book'], text: '两百四十枚，贴歪了能揭下来。', path: '玩具/手工', price: 25, grams: 230, mm: [260, 210, 15], of: 'paper 100', facts: from(36), papers: 'toy', look: ['stickers', 'sky'] },
  { key: 'gun', title: '仿真金属玩具枪软弹可发射男孩一比一', call: ['仿真玩具枪', 'replica toy gun'], text: '一比一合金枪身，抛壳，射程十五米。', path: '玩具/玩具枪', price: 99, grams: 820, mm: [220, 140, 40], of: 'zinc 80, ABS 20', facts: from(168), troubled: true, look: ['hairdryer', 'charcoal'] },
  { key: 'slime', title: '水晶泥起泡胶解压史莱姆果冻套装', call: ['水晶泥', 'clear slime'], text: '拉得很长，不粘头发。', path: '玩具/解压', price: 22, grams: 300, mm: [160, 110, 60], unsaid: ['minimumAgeMonths', 'liquidMl'], look: ['jar', 'lilac', 'stars'] },
]);
