import { shelf } from './draft.ts';

/** Pets: cat furniture, pet food, a dog tailor, daily goods. Baby: organic cotton, silicone tableware, wooden things, cloth books. */
export const petProducts = [
  ...shelf('maopo', '猫坡', [
    { key: 'tree', title: '猫爬架剑麻柱小户型猫抓柱一体原创设计', call: ['小户型猫爬架', 'compact cat tree'], text: '占地只有一张椅子，三层的距离按一只成年橘猫量的。', path: '宠物/猫爬架', price: 369, grams: 9800, mm: [500, 400, 1150], of: 'pine 60, sisal 25, plush 15', papers: 'wood', look: ['catTree', 'oat'] },
    { key: 'hill', title: '山丘瓦楞纸猫抓板耐磨不掉屑大号窝', call: ['山丘猫抓板', 'hill cat scratcher'], text: '抓累了刚好是个窝，翻过来还能再用三个月。', path: '宠物/猫抓板', price: 59, grams: 1300, mm: [600, 280, 120], of: 'cardboard 100', picks: '颜色:原色/墨', papers: 'mark', look: ['scratcher', 'camel'] },
    { key: 'bed', title: '猫窝四季通用软糯甜甜圈可拆洗宠物窝', call: ['甜甜圈猫窝', 'doughnut pet bed'], text: '边高二十公分，下巴搁上去就睡着。', path: '宠物/窝垫', price: 119, grams: 900, mm: [500, 500, 200], of: 'polyester 100', picks: '颜色:奶茶/雾灰/鹅黄', papers: 'filled', look: ['petBed', 'oat'] },
    { key: 'teaser', title: '逗猫棒羽毛替换头手工长杆自嗨', call: ['羽毛逗猫棒', 'feather teaser'], text: '竹竿有弹性，甩起来像真的鸟。', path: '宠物/玩具', price: 29, mm: [600, 60, 20], grams: 55, of: 'bamboo 70, polyester 30', papers: 'mark', look: ['teaser', 'rose'] },
    { key: 'window', title: '猫吊床吸盘窗户晒太阳挂床承重', call: ['窗边吊床', 'window hammock'], text: '四个吸盘十五公斤，胖猫也晒得着。', path: '宠物/窝垫', price: 89, grams: 720, mm: [560, 360, 60], of: 'canvas 60, steel 40', papers: 'mark', look: ['petBed', 'sky', 'stripe'] },
    { key: 'laser', title: '激光逗猫笔红外线投影充电款', call: ['激光逗猫笔', 'laser cat toy'], text: '五种图案，远到十米。', path: '宠物/玩具', price: 25, grams: 40, mm: [150, 18, 18], of: 'ABS 100', facts: { laser: true, battery: { kind: 'li_ion', wattHours: 0.9, packing: 'in_equipment' } }, troubled: true, look: ['pen', 'charcoal'] },
  ]),
  ...shelf('haohao', '好好吃饭', [
    { key: 'freeze', title: '冻干鸡肉粒猫狗零食纯肉无添加', call: ['鸡肉冻干', 'freeze-dried chicken'], text: '一只鸡胸切成二十四块，没有别的。', path: '宠物/零食', price: 48, grams: 150, mm: [180, 120, 80], facts: { ingredients: ['chicken breast'] }, troubled: true, look: ['snackBag', 'honey'] },
    { key: 'can', title: '猫罐头金枪鱼白肉主食罐营养增肥', call: ['猫主食罐', 'tuna cat food'], text: '打开能看见鱼的纹路。', path: '宠物/主食', price: 15, grams: 110, mm: [75, 75, 40], facts: { ingredients: ['tuna', 'chicken'] }, troubled: true, look: ['canned', 'sky'] },
    { key: 'mat', title: '宠物慢食垫硅胶舔食垫防噎吸盘', call: ['舔食垫', 'pet lick mat'], text: '抹一层酸奶，洗澡剪指甲都不闹。', path: '宠物/餐具', price: 32, grams: 160, mm: [200, 200, 15], of: 'silicone 100', picks: '颜色:薄荷/奶黄', papers: 'mark', look: ['plate', 'mint', 'dots'] },
    { key: 'bin', title: '宠物粮密封桶储粮防潮带量杯', call: ['储粮桶', 'pet food bin'], text: '盖子自带干燥盒，二十斤的袋子整袋放进去。', path: '宠物/餐具', price: 79, grams: 1400, mm: [300, 300, 380], of: 'polypropylene 95, silicone 5', papers: 'mark', look: ['storageBox', 'snow'] },
  ]),
  ...shelf('gouweiba', '狗尾巴', [
    { key: 'coat', title: '柯基短腿犬冲锋衣防水反光宠物雨衣', call: ['短腿犬雨衣', 'corgi raincoat'], text: '肚子那块长三公分，专为腿短的朋友。', path: '宠物/服饰', price: 89, grams: 150, mm: [280, 220, 30], of: 'polyester 100', picks: '尺码:S/M/L', papers: 'mark', look: ['petCoat', 'lemon'] },
    { key: 'sweater', title: '狗狗毛衣手织麻花宠物衣服秋冬', call: ['麻花狗毛衣', 'cable-knit dog jumper'], text: '和主人款同色毛线，同款可以另拍。', path: '宠物/服饰', price: 98, grams: 140, mm: [260, 200, 30], of: 'acrylic 60, wool 40', picks: '尺码:XS/S/M', papers: 'mark', look: ['petCoat', 'brick', 'knit'] },
    { key: 'bow', title: '宠物领结项圈猫狗可调铃铛婚礼', call: ['领结项圈', 'bow-tie collar'], text: '证婚犬专用，平时也可以神气一点。', path: '宠物/项圈', price: 35, grams: 30, mm: [120, 80, 20], of: 'cotton 90, zinc 10', papers: 'mark', look: ['collar', 'indigo', 'check'] },
    { key: 'bandana', title: '狗狗三角巾口水巾印花姓名定制', call: ['姓名三角巾', 'name bandana'], text: '绣上名字和一个表情，走失了别人能叫它。', path: '宠物/服饰', price: 28, grams: 25, mm: [180, 120, 10], of: 'cotton 100', papers: 'mark', look: ['bib', 'cinnabar', 'check'] },
  ]),
  ...shelf('zhuazhua', '爪爪', [
    { key: 'fountain', title: '猫咪饮水机循环过滤静音无线水泵', call: ['宠物饮水机', 'pet water fountain'], text: '全部零件拆成六块，洗碗机里转一圈。', path: '宠物/饮水', price: 159, grams: 980, mm: [190, 190, 160], of: 'ABS 90, stainless steel 10', facts: { voltage: '5V', battery: { kind: 'none' } }, papers: 'plug', look: ['fountain', 'snow'] },
    { key: 'bowl', title: '陶瓷宠物碗高脚护颈猫碗斜口', call: ['斜口猫碗', 'raised cat bowl'], text: '斜十五度，吃饭不用把头埋进去。', path: '宠物/餐具', price: 45, grams: 560, mm: [150, 150, 110], of: 'ceramic 100', picks: '颜色:薄荷/奶油/樱花', papers: 'mark', look: ['petBowl', 'mint'] },
    { key: 'leash', title: '牵引绳防爆冲减震反光中大型犬', call: ['减震牵引绳', 'shock-absorbing leash'], text: '中段有一截弹力，被拽的时候肩膀会感谢它。', path: '宠物/牵引', price: 49, grams: 210, mm: [220, 100, 40], of: 'nylon 90, zinc 10', picks: '颜色:橙/墨绿/黑', papers: 'mark', look: ['leash', 'apricot'] },
    { key: 'bone', title: '磨牙棒耐咬橡胶骨头狗玩具漏食', call: ['漏食骨头', 'treat-dispensing bone'], text: '塞进一把粮，能安静二十分钟。', path: '宠物/玩具', price: 36, grams: 190, mm: [160, 60, 45], of: 'rubber 100', papers: 'mark', look: ['petToy', 'cinnabar'] },
    { key: 'brush', title: '宠物梳子去浮毛猫刷自洁按摩', call: ['自洁毛刷', 'self-cleaning brush'], text: '按一下，一整片毛掉进垃圾桶。', path: '宠物/清洁', price: 39, grams: 130, mm: [190, 90, 60], of: 'ABS 80, stainless steel 20', papers: 'mark', look: ['comb', 'sky'] },
  ]),
];

export const babyProducts = [
  ...shelf('xiaoya', '小芽', [
    { key: 'onesie', title: '有机棉婴儿连体衣四季新生儿和尚服包屁衣', call: ['有机棉连体衣', 'organic cotton onesie'], text: '缝头朝外，标签印在外面，里面什么也没有。', path: '母婴/童装', price: 89, grams: 95, mm: [220, 180, 20], of: 'cotton 100', picks: '身高:52/59/66/73', facts: { minimumAgeMonths: 0 }, papers: 'baby', look: ['onesie', 'cream'] },
    { key: 'bib', title: '纯棉口水巾婴儿围嘴三百六十度旋转防水', call: ['旋转口水巾', 'rotating bib'], text: '湿了转个方向，出门带一条就够。', path: '母婴/围嘴', price: 29, grams: 35, mm: [220, 220, 8], of: 'cotton 100', picks: '图案:小鹿/云朵/叶子', facts: { minimumAgeMonths: 0 }, papers: 'baby', look: ['bib', 'mint', 'dots'] },
    { key: 'swaddle', title: '竹棉纱布包巾新生儿襁褓盖毯透气', call: ['竹棉包巾', 'muslin swaddle'], text: '一百二十公分见方，从襁褓用到遮阳盖毯。', path: '母婴/包巾', price: 79, grams: 180, mm: [240, 200, 30], of: 'viscose 70, cotton 30', picks: '图案:森林/星星', facts: { minimumAgeMonths: 0 }, papers: 'baby', look: ['swaddle', 'sage', 'leaves'] },
    { key: 'hat', title: '婴儿胎帽新生儿纯棉护囟门春秋', call: ['婴儿胎帽', 'newborn hat'], text: '帽顶的结是活的，头大了放一格。', path: '母婴/童装', price: 29, grams: 28, mm: [140, 120, 10], of: 'cotton 95, elastane 5', facts: { minimumAgeMonths: 0 }, papers: 'baby', look: ['beret', 'blush', 'stripe'] },
    { key: 'bag', title: '妈咪包大容量双肩外出多功能母婴', call: ['妈咪双肩包', 'nappy backpack'], text: '奶瓶位有保温层，换尿布垫在最外面一格。', path: '母婴/妈咪包', price: 239, grams: 820, mm: [400, 280, 160], of: 'polyester 100', picks: '颜色:燕麦/雾蓝', papers: 'mark', look: ['backpack', 'oat'] },
    { key: 'neck-float', title: '婴儿游泳脖圈新生儿充气项圈洗澡', call: ['婴儿脖圈', 'baby neck float'], text: '双气囊，洗澡游泳都能用。', path: '母婴/洗护', price: 39, grams: 160, mm: [380, 380, 80], of: 'PVC 100', facts: { minimumAgeMonths: 1 }, troubled: true, look: ['collar', 'sky', 'dots'] },
  ]),
  ...shelf('wanwan', '碗碗熊', [
    { key: 'bowl', title: '婴儿辅食碗吸盘碗硅胶防摔可蒸', call: ['吸盘碗', 'suction bowl'], text: '碗沿往里收，勺子一刮就起来。吸住以后大人也拔不动。', path: '母婴/餐具', price: 49, grams: 230, mm: [160, 130, 65], of: 'silicone 100', picks: '颜色:杏/薄荷/雾蓝', facts: { minimumAgeMonths: 6 }, papers: 'babyFood', look: ['suctionBowl', 'apricot'] },
    { key: 'bib', title: '硅胶围兜立体食饭兜可折叠防水', call: ['硅胶饭兜', 'silicone feeding bib'], text: '接得住一整碗粥，卷起来塞进包里。', path: '母婴/围嘴', price: 39, grams: 120, mm: [300, 220, 30], of: 'silicone 100', picks: '颜色:陶土/鼠尾草', facts: { minimumAgeMonths: 6 }, papers: 'babyFood', look: ['bib', 'terracotta', 'plain', 'pocket'] },
    { key: 'spoon', title: '宝宝硅胶软勺套装学吃饭弯头', call: ['弯头软勺', 'bendy baby spoons'], text: '左手右手都能自己吃到。', path: '母婴/餐具', price: 25, grams: 45, mm: [140, 40, 20], of: 'silicone 100', facts: { minimumAgeMonths: 6 }, papers: 'babyFood', look: ['cutlery', 'mint'] },
    { key: 'bottle', title: '宽口径玻璃奶瓶防胀气新生儿仿母乳', call: ['宽口奶瓶', 'wide-neck baby bottle'], text: '外面一层硅胶套，摔了也不怕。', path: '母婴/奶瓶', price: 79, grams: 230, mm: [70, 70, 170], of: 'glass 80, silicone 20', picks: '容量:160ml=79/240ml=89', facts: { minimumAgeMonths: 0 }, papers: 'babyFood', look: ['bottleBaby', 'mint'] },
    { key: 'snack', title: '儿童零食杯防洒抓抓杯硅胶带盖', call: ['防洒零食杯', 'no-spill snack cup'], text: '小手伸得进，小饼干掉不出。', path: '母婴/餐具', price: 35, grams: 110, mm: [90, 90, 85], of: 'silicone 100', facts: { minimumAgeMonths: 12 }, papers: 'babyFood', look: ['mug', 'apricot', 'dots'] },
    { key: 'teether', title: '牙胶硅胶小熊磨牙棒可水煮', call: ['小熊牙胶', 'bear teether'], text: '耳朵的厚度刚好够到大牙。', path: '母婴/牙胶', price: 32, grams: 55, mm: [90, 80, 15], of: 'silicone 100', facts: { minimumAgeMonths: 3 }, papers: 'babyFood', look: ['plush', 'mint', 'plain', 'bear'] },
  ]),
  ...shelf('shugui', '木与小孩', [
    { key: 'gym', title: '木制健身架婴儿早教挂件无漆榉木', call: ['木健身架', 'wooden baby gym'], text: '三个挂件可以换，收起来是一捆木棍。', path: '母婴/早教', price: 198, grams: 1500, mm: [600, 120, 60], of: 'beech 90, cotton 10', facts: { minimumAgeMonths: 0 }, papers: 'toy', look: ['rack', 'bamboo'] },
    { key: 'stool', title: '儿童踏脚凳实木洗手台阶可站', call: ['实木踏脚凳', 'wooden step stool'], text: '两级，最下面一级刻着名字。', path: '母婴/家具', price: 168, grams: 2600, mm: [380, 280, 240], of: 'pine 100', unsaid: ['minimumAgeMonths'], papers: 'wood', look: ['tray', 'oat'] },
    { key: 'rattle', title: '木摇铃新生儿抓握玩具无漆安静声', call: ['木摇铃', 'wooden rattle'], text: '里面是几颗木珠，声音很轻，不吵大人。', path: '母婴/玩具', price: 36, grams: 40, mm: [110, 45, 45], of: 'beech 100', facts: { minimumAgeMonths: 0 }, papers: 'toy', look: ['rings', 'bamboo'] },
  ]),
  ...shelf('huiben', '布布书', [
    { key: 'farm', title: '婴儿布书撕不烂早教立体尾巴农场可咬', call: ['农场布书', 'farm cloth book'], text: '七种布料七条尾巴，每条手感不同。', path: '母婴/布书', price: 88, grams: 160, mm: [200, 190, 40], of: 'cotton 80, polyester 20', facts: { minimumAgeMonths: 0 }, papers: 'baby', look: ['clothBook', 'lemon'] },
    { key: 'quiet', title: '安静书手工布书穿鞋带系扣子蒙氏', call: ['安静书', 'quiet book'], text: '学系扣子、拉拉链、穿鞋带，高铁上能坐住四十分钟。', path: '母婴/布书', price: 168, grams: 320, mm: [220, 210, 50], of: 'felt 100', facts: { minimumAgeMonths: 24 }, papers: 'toy', look: ['clothBook', 'terracotta', 'check'] },
    { key: 'ball', title: '手抓布球婴儿拼布蒙氏球练抓握', call: ['拼布手抓球', 'patchwork grab ball'], text: '十二片布拼成，滚不远，追得上。', path: '母婴/玩具', price: 45, grams: 85, mm: [110, 110, 110], of: 'cotton 70, polyester 30', facts: { minimumAgeMonths: 0 }, papers: 'baby', look: ['ball', 'rose', 'check'] },
  ]),
];
