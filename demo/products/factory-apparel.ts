import { shelf } from './draft.ts';

const SIZES = '尺码:S/M/L/XL';

/** A factory's shop for plain clothes. */
export const factoryApparelProducts = shelf('suli', '素立方', [
  { key: 'tee', title: '重磅纯棉T恤男女同款宽松短袖基础款', call: ['重磅白T', 'heavyweight tee'], text: '两百八十克，不透，领口洗五十次不荷叶边。', path: '服饰/T恤', price: 69, grams: 290, mm: [320, 260, 30], of: 'cotton 100', picks: '颜色:白/炭/雾蓝/苔', papers: 'textile', look: ['tee', 'snow'] },
  { key: 'print-tee', title: '印花T恤复古山脉图案夏季休闲短袖', call: ['山脉印花T', 'mountain print tee'], text: '水浆印，摸不到厚度。', path: '服饰/T恤', price: 79, grams: 230, mm: [320, 260, 25], of: 'cotton 100', picks: SIZES, papers: 'textile', look: ['tee', 'moss', 'plain', 'print'] },
  { key: 'stripe', title: '海魂条纹长袖T恤女修身打底法式', call: ['条纹长袖', 'Breton stripe top'], text: '条纹从袖子到身上是对齐的。', path: '服饰/T恤', price: 85, grams: 260, mm: [320, 260, 30], of: 'cotton 95, elastane 5', picks: SIZES, papers: 'textile', look: ['sweater', 'snow', 'stripe'] },
  { key: 'oxford', title: '牛津纺衬衫男女通勤免熨白衬衫', call: ['牛津纺衬衫', 'Oxford shirt'], text: '晾的时候抖一抖就行。', path: '服饰/衬衫', price: 119, grams: 310, mm: [330, 260, 40], of: 'cotton 100', picks: SIZES, papers: 'textile', look: ['shirt', 'sky'] },
  { key: 'flannel', title: '磨毛格子衬衫外套秋冬加厚复古', call: ['磨毛格子衫', 'brushed flannel shirt'], text: '两面磨毛，当外套穿。', path: '服饰/衬衫', price: 129, grams: 420, mm: [340, 270, 50], of: 'cotton 100', picks: SIZES, papers: 'textile', look: ['shirt', 'brick', 'check'] },
  { key: 'linen', title: '亚麻衬衫男夏季透气宽松长袖度假', call: ['亚麻衬衫', 'linen shirt'], text: '皱，但皱得像在海边。', path: '服饰/衬衫', price: 149, grams: 240, mm: [330, 260, 30], of: 'linen 100', picks: SIZES, papers: 'textile', look: ['shirt', 'oat'] },
  { key: 'wool', title: '美利奴羊毛衫女圆领打底秋冬薄款', call: ['美利奴羊毛衫', 'merino jumper'], text: '可机洗的十七微米，不扎。', path: '服饰/毛衣', price: 229, grams: 250, mm: [320, 260, 40], of: 'wool 100', picks: '颜色:燕麦/酒红/藏青', papers: 'textile', look: ['sweater', 'oat'] },
  { key: 'cable', title: '麻花毛衣宽松慵懒外穿套头加厚', call: ['麻花毛衣', 'cable-knit jumper'], text: '花型从领口一直走到下摆。', path: '服饰/毛衣', price: 179, grams: 620, mm: [350, 280, 80], of: 'wool 30, acrylic 70', picks: SIZES, papers: 'textile', look: ['sweater', 'cream', 'knit'] },
  { key: 'hoodie', title: '连帽卫衣男女情侣纯色抓绒加厚', call: ['抓绒卫衣', 'fleece hoodie'], text: '帽子双层，立得住。', path: '服饰/卫衣', price: 139, grams: 640, mm: [350, 280, 80], of: 'cotton 80, polyester 20', picks: SIZES, papers: 'textile', look: ['jacket', 'sage'] },
  { key: 'wide', title: '阔腿西裤女高腰垂感通勤直筒', call: ['垂感西裤', 'draped wide trousers'], text: '站一天坐一天都没有褶。', path: '服饰/裤装', price: 139, grams: 420, mm: [330, 270, 40], of: 'polyester 65, viscose 32, elastane 3', picks: SIZES, papers: 'textile', look: ['trousers', 'charcoal'] },
  { key: 'jeans', title: '直筒牛仔裤复古蓝高腰显瘦四季', call: ['直筒牛仔裤', 'straight jeans'], text: '石磨水洗，腰后不开缝。', path: '服饰/裤装', price: 159, grams: 610, mm: [340, 270, 50], of: 'cotton 98, elastane 2', picks: '尺码:26/27/28/29/30', papers: 'textile', look: ['trousers', 'denim'] },
  { key: 'skirt', title: '百褶半身裙中长款垂坠松紧腰', call: ['百褶裙', 'pleated midi skirt'], text: '揉成一团再打开，褶还在。', path: '服饰/半身裙', price: 119, grams: 320, mm: [320, 260, 40], of: 'polyester 100', picks: '颜色:烟灰/砖红/墨绿', papers: 'textile', look: ['skirt', 'brick', 'plain', 'belt'] },
  { key: 'tea-dress', title: '碎花连衣裙法式收腰茶歇裙夏', call: ['碎花茶歇裙', 'floral tea dress'], text: '领口开得刚好，弯腰不用捂。', path: '服饰/连衣裙', price: 159, grams: 280, mm: [320, 260, 30], of: 'viscose 100', picks: SIZES, papers: 'textile', look: ['dress', 'rose', 'floral'] },
  { key: 'shirt-dress', title: '衬衫连衣裙纯棉宽松中长款通勤', call: ['衬衫裙', 'cotton shirt dress'], text: '系上腰带去上班，解开去买菜。', path: '服饰/连衣裙', price: 169, grams: 380, mm: [330, 270, 40], of: 'cotton 100', picks: SIZES, papers: 'textile', look: ['dress', 'denim', 'stripe'] },
  { key: 'trench', title: '短款风衣外套女春秋翻领休闲', call: ['短风衣', 'cropped trench'], text: '防泼水，小雨不用跑。', path: '服饰/外套', price: 259, grams: 690, mm: [360, 280, 70], of: 'cotton 60, polyester 40', picks: SIZES, papers: 'textile', look: ['jacket', 'camel'] },
  { key: 'scarf', title: '羊绒围巾女秋冬纯色百搭柔软礼物', call: ['羊绒围巾', 'cashmere scarf'], text: '两百支纱，一条能穿过戒指。', path: '服饰/围巾', price: 299, grams: 180, mm: [300, 220, 50], of: 'cashmere 100', picks: '颜色:驼/烟灰/酒红', unsaid: ['documents'], look: ['scarf', 'camel'] },
  { key: 'socks', title: '中筒袜纯棉条纹运动日系五双装', call: ['条纹中筒袜', 'striped crew socks'], text: '袜尖手缝，脚趾没有一道硬线。', path: '服饰/袜子', price: 35, grams: 230, mm: [220, 120, 50], of: 'cotton 80, polyester 17, elastane 3', papers: 'textile', look: ['socks', 'sky', 'stripe'] },
  { key: 'cap', title: '软顶棒球帽水洗做旧显脸小四季', call: ['水洗棒球帽', 'washed cap'], text: '帽檐自己捏个弧。', path: '服饰/帽子', price: 45, grams: 90, mm: [280, 190, 120], of: 'cotton 100', picks: '颜色:卡其/藏青/砖', papers: 'textile', look: ['hat', 'denim'] },
  { key: 'gloves', title: '针织触屏手套冬季保暖加绒男女', call: ['触屏手套', 'touchscreen gloves'], text: '五个指头都能划手机。', path: '服饰/手套', price: 32, grams: 75, mm: [230, 110, 30], of: 'acrylic 80, polyester 18, elastane 2', papers: 'textile', look: ['gloves', 'plum', 'knit'] },
  { key: 'kid-tee', title: '儿童纯棉T恤短袖男女童印花夏装', call: ['儿童印花T', "kids' cotton tee"], text: '和大人款同一匹布。', path: '服饰/童装', price: 45, grams: 130, mm: [260, 200, 20], of: 'cotton 100', picks: '身高:100/110/120/130', facts: { minimumAgeMonths: 36 }, papers: 'baby', look: ['tee', 'lemon', 'plain', 'print'] },
]);
