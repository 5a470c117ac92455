import { shelf } from './draft.ts';

/** Apparel: new Chinese style, tie-dye, hanfu, pyjamas. */
export const apparelDesignProducts = [
  ...shelf('jianyue', '见月', [
    { key: 'tang-jacket', title: '新中式盘扣外套女原创设计醋酸提花国风上衣', call: ['盘扣外套', 'frog-button jacket'], text: '肩线往前挪了一公分，抬手不吊。五对盘扣手缝，每一对是不同的花。', path: '服饰/外套', price: 598, grams: 520, mm: [350, 280, 60], of: 'viscose 62, polyester 38', picks: '尺码:S/M/L/XL', papers: 'textile', look: ['tangJacket', 'celadon', 'cloud'] },
    { key: 'qipao', title: '改良旗袍连衣裙日常可穿短袖棉麻夏季', call: ['改良旗袍', 'everyday qipao dress'], text: '侧缝留了口袋，开衩收到膝盖上一点，骑车上班也可以。', path: '服饰/连衣裙', price: 428, grams: 340, mm: [320, 260, 40], of: 'linen 55, cotton 45', picks: '尺码:S/M/L', papers: 'textile', look: ['qipao', 'jade'] },
    { key: 'horse-skirt', title: '马面裙新中式半身裙提花日常通勤', call: ['马面裙', 'pleated mamian skirt'], text: '褶子压得死，挂起来自己就平。腰头内侧加了防滑条。', path: '服饰/半身裙', price: 369, grams: 610, mm: [340, 280, 50], of: 'polyester 100', picks: '颜色:黛青/朱砂/玄', papers: 'textile', look: ['skirt', 'ink', 'cloud'] },
    { key: 'silk-shirt', title: '香云纱衬衫真丝复古中式宽松', call: ['香云纱衬衫', 'gambiered silk shirt'], text: '薯莨汁染、河泥晒，越穿越软。冷水手洗，挂在阴处。', path: '服饰/衬衫', price: 760, grams: 240, mm: [320, 260, 30], of: 'silk 100', picks: '尺码:M/L/XL', papers: 'textile', look: ['shirt', 'walnut'] },
    { key: 'vest', title: '新中式马甲绗缝薄棉立领秋冬叠穿', call: ['绗缝马甲', 'quilted vest'], text: '填了很薄一层棉，绗线是云纹。套在毛衣外面不臃肿。', path: '服饰/马甲', price: 319, grams: 380, mm: [330, 280, 60], of: 'cotton 70, polyester 30', picks: '尺码:S/M/L', papers: 'textile', look: ['jacket', 'brick', 'cloud'] },
    { key: 'scarf', title: '宋画花鸟真丝方巾九十公分礼盒', call: ['花鸟丝巾', 'Song bird silk scarf'], text: '图样从一幅册页里化出来，手工卷边。', path: '服饰/丝巾', price: 299, grams: 65, mm: [220, 220, 25], of: 'silk 100', picks: '颜色:赭石/烟青', papers: 'textile', look: ['scarf', 'celadon', 'floral'] },
    { key: 'trousers', title: '提花阔腿裤新中式高腰垂感', call: ['提花阔腿裤', 'jacquard wide-leg trousers'], text: '走起来暗纹才看得见。后腰是松紧，吃饱了也坐得住。', path: '服饰/裤装', price: 289, grams: 430, mm: [330, 270, 40], of: 'viscose 70, polyester 30', picks: '尺码:S/M/L/XL', papers: 'textile', look: ['trousers', 'charcoal', 'cloud'] },
  ]),
  ...shelf('lanting', '蓝亭染坊', [
    { key: 'tee', title: '大理扎染T恤植物蓝染纯棉短袖宽松', call: ['扎染T恤', 'indigo tie-dye tee'], text: '一朵一朵扎起来，进缸十二次。头两次洗会落一点蓝，单独洗。', path: '服饰/T恤', price: 168, grams: 230, mm: [300, 250, 30], of: 'cotton 100', picks: '尺码:S/M/L/XL', papers: 'textile', look: ['tee', 'indigo', 'floral'] },
    { key: 'scarf', title: '蓝染棉麻围巾手工扎染长巾四季', call: ['蓝染围巾', 'indigo dyed scarf'], text: '两米长，春天当披肩，空调房里盖腿。', path: '服饰/围巾', price: 128, grams: 150, mm: [250, 200, 40], of: 'cotton 60, linen 40', papers: 'textile', look: ['scarf', 'indigo', 'waves'] },
    { key: 'dress', title: '蓝染连衣裙文艺棉麻植物染长裙', call: ['蓝染长裙', 'indigo long dress'], text: '裙摆是一缸一缸退出来的渐层，没有两条一样。', path: '服饰/连衣裙', price: 358, grams: 390, mm: [320, 260, 40], of: 'cotton 70, ramie 30', picks: '尺码:M/L', papers: 'textile', look: ['dress', 'indigo', 'speckle'] },
    { key: 'cloth', title: '扎染桌布茶席布艺桌旗蓝染手工', call: ['扎染桌旗', 'tie-dye table runner'], text: '茶席、餐桌、电视柜都能铺，水渍落上去反而好看。', path: '家居/布艺', price: 118, grams: 210, mm: [250, 200, 30], of: 'cotton 100', papers: 'textile', look: ['rug', 'indigo', 'waves'] },
    { key: 'apron', title: '蓝染围裙棉质手工咖啡师烘焙花艺', call: ['蓝染围裙', 'indigo apron'], text: '口袋分成两格，左边放剪刀，右边放手机。', path: '服饰/围裙', price: 138, grams: 290, mm: [300, 240, 30], of: 'cotton 100', papers: 'textile', look: ['apron', 'indigo', 'dots'] },
  ]),
  ...shelf('yunshang', '云裳汉服', [
    { key: 'song', title: '宋制汉服女日常三件套褙子百迭裙春夏', call: ['宋制三件套', 'Song-style hanfu set'], text: '褙子、抹胸、百迭裙，颜色配好了，第一次穿也不会错。', path: '服饰/汉服', price: 329, grams: 720, mm: [350, 280, 70], of: 'polyester 80, cotton 20', picks: '尺码:S/M/L', papers: 'textile', look: ['hanfu', 'mint', 'floral'] },
    { key: 'ming', title: '明制汉服立领斜襟长衫重工刺绣秋冬', call: ['明制立领衫', 'Ming-style stand-collar robe'], text: '领扣是子母扣，绣片四万多针。', path: '服饰/汉服', price: 499, grams: 980, mm: [360, 290, 80], of: 'polyester 100', picks: '尺码:S/M/L/XL', papers: 'textile', look: ['hanfu', 'cinnabar', 'cloud'] },
    { key: 'men', title: '男士圆领袍汉服唐制飞鱼纹日常改良', call: ['圆领袍', 'round-collar robe'], text: '收了袖口的改良版，坐地铁不勾扶手。', path: '服饰/汉服', price: 399, grams: 890, mm: [360, 290, 80], of: 'polyester 100', picks: '尺码:M/L/XL', papers: 'textile', look: ['hanfu', 'ink', 'diamond'] },
    { key: 'kid', title: '儿童汉服女童襦裙古装春秋公主裙', call: ['女童襦裙', "girls' hanfu dress"], text: '里衬是棉的，腰带是松紧带，孩子自己能穿。', path: '服饰/童装', price: 189, grams: 360, mm: [300, 240, 50], of: 'polyester 70, cotton 30', picks: '身高:100/110/120/130', facts: { minimumAgeMonths: 36 }, papers: 'baby', look: ['hanfu', 'rose', 'floral'] },
    { key: 'fan', title: '宫廷团扇折扇绢面古风汉服配饰', call: ['绢面折扇', 'silk folding fan'], text: '绢面手绘玉兰，竹骨十六方。', path: '珠宝配饰/扇子', price: 58, grams: 60, mm: [320, 35, 25], of: 'silk 30, bamboo 70', papers: 'mark', look: ['fanHand', 'blush', 'brush'] },
  ]),
  ...shelf('mianmian', '眠眠睡衣铺', [
    { key: 'gauze', title: '双层纱布睡衣女纯棉春夏家居服套装', call: ['纱布睡衣', 'double-gauze pyjamas'], text: '双层纱洗一次软一次，第十次最好穿。', path: '服饰/睡衣', price: 139, grams: 380, mm: [320, 260, 50], of: 'cotton 100', picks: '颜色:奶黄格/雾蓝格', papers: 'textile', look: ['pajamas', 'lemon', 'check'] },
    { key: 'modal', title: '莫代尔睡裙宽松大码透气居家长款', call: ['莫代尔睡裙', 'modal nightdress'], text: '像没穿一样，有口袋。', path: '服饰/睡衣', price: 109, grams: 260, mm: [300, 240, 40], of: 'modal 92, elastane 8', picks: '尺码:M/L/XL/XXL', papers: 'textile', look: ['dress', 'lilac'] },
    { key: 'kid-sleep', title: '儿童纯棉睡衣套装男童女童家居服', call: ['儿童睡衣', "kids' pyjamas"], text: '和妈妈款同一块布，后领没有标签扎脖子。', path: '服饰/童装', price: 99, grams: 240, mm: [280, 220, 40], of: 'cotton 100', picks: '身高:90/100/110/120', unsaid: ['minimumAgeMonths'], look: ['pajamas', 'sky', 'stars'] },
    { key: 'socks', title: '睡眠袜女毛圈厚款冬季地板袜暖脚', call: ['睡眠袜', 'fuzzy sleep socks'], text: '袜口不勒，脚底一圈毛。', path: '服饰/袜子', price: 29, grams: 85, mm: [220, 90, 40], of: 'polyester 90, elastane 10', picks: '颜色:燕麦/藕粉/灰', papers: 'textile', look: ['socks', 'blush', 'stripe'] },
  ]),
];
