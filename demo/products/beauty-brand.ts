import { shelf } from './draft.ts';

/** Beauty: a brand of Yunnan plants, and a teacher's soaps. */
export const beautyBrandProducts = [
  ...shelf('caomu', '草木本', [
    { key: 'serum', title: '滇山茶保湿精华液补水修护敏感肌可用', call: ['山茶精华', 'camellia serum'], text: '滇山茶籽油乳化得很细，上脸像水。成分十四个，一口气念得完。', path: '美妆/护肤', price: 189, grams: 110, mm: [40, 40, 115], facts: { liquidMl: 30, ingredients: ['Water', 'Glycerin', 'Camellia Reticulata Seed Oil', 'Sodium Hyaluronate'] }, picks: '容量:30ml=189/50ml=269', papers: 'cosmetic', look: ['serum', 'rose'] },
    { key: 'cream', title: '高原玫瑰面霜滋润不油腻秋冬保湿', call: ['玫瑰面霜', 'rose cream'], text: '用米易的食用玫瑰纯露代替水，挖一点在手心化开再按上脸。', path: '美妆/护肤', price: 169, grams: 180, mm: [70, 70, 60], facts: { liquidMl: 50, ingredients: ['Rosa Damascena Flower Water', 'Squalane', 'Shea Butter'] }, papers: 'cosmetic', look: ['jar', 'blush'] },
    { key: 'cleanser', title: '青刺果氨基酸洁面乳温和清洁泡沫细', call: ['青刺果洁面', 'amino acid cleanser'], text: '洗完不拔干，起泡慢一点，但很软。', path: '美妆/洁面', price: 79, grams: 145, mm: [55, 40, 170], facts: { liquidMl: 120, ingredients: ['Water', 'Sodium Cocoyl Glycinate', 'Glycerin'] }, papers: 'cosmetic', look: ['tube', 'mint'] },
    { key: 'mist', title: '玫瑰纯露喷雾补水定妆舒缓便携', call: ['玫瑰纯露', 'rose water mist'], text: '蒸馏一次只取前段，喷头是细雾，不会一滴一滴。', path: '美妆/护肤', price: 88, grams: 130, mm: [42, 42, 160], facts: { liquidMl: 100, ingredients: ['Rosa Damascena Flower Water'] }, papers: 'cosmetic', look: ['spray', 'rose', 'floral'] },
    { key: 'white', title: '七天美白祛斑精华淡化色斑烟酰胺', call: ['祛斑精华', 'spot serum'], text: '每晚两滴，七天看得见白一度，祛斑不反弹。', path: '美妆/护肤', price: 219, grams: 105, mm: [40, 40, 110], facts: { liquidMl: 30, ingredients: ['Water', 'Niacinamide', 'Arbutin'] }, troubled: true, look: ['serum', 'snow'] },
    { key: 'hand', title: '茶树籽护手霜小支便携装不黏', call: ['护手霜', 'tea-seed hand cream'], text: '抹完可以马上摸手机屏幕。一支三十克，放口袋。', path: '美妆/身体护理', price: 39, grams: 42, mm: [35, 25, 120], facts: { liquidMl: 30, ingredients: ['Water', 'Glycerin', 'Camellia Oleifera Seed Oil'] }, picks: '香味:白茶/桂花/无香', papers: 'cosmetic', look: ['tube', 'sage', 'leaves'] },
  ]),
  ...shelf('zaopao', '皂泡泡', [
    { key: 'oat-soap', title: '燕麦奶冷制手工皂洁面沐浴温和', call: ['燕麦奶皂', 'oat milk soap'], text: '晾足四十五天，皂体松软，泡沫像打发的奶油。', path: '美妆/手工皂', price: 36, grams: 105, mm: [75, 50, 28], facts: { ingredients: ['Sodium Olivate', 'Sodium Cocoate', 'Avena Sativa Kernel Flour'] }, papers: 'cosmetic', look: ['soap', 'oat'] },
    { key: 'indigo-soap', title: '青黛薄荷手工皂清爽控油男士可用', call: ['青黛皂', 'indigo mint soap'], text: '青黛粉调出的蓝，薄荷放得很轻，洗完凉一小会儿。', path: '美妆/手工皂', price: 36, grams: 105, mm: [75, 50, 28], facts: { ingredients: ['Sodium Olivate', 'Indigofera Tinctoria Leaf', 'Mentha Piperita Oil'] }, papers: 'cosmetic', look: ['soap', 'indigo', 'waves'] },
    { key: 'shampoo-bar', title: '侧柏叶洗发皂无硅油固体旅行可带', call: ['洗发皂', 'cypress shampoo bar'], text: '一块等于两瓶，坐飞机不用过液体那一关。', path: '美妆/洗护', price: 42, grams: 90, mm: [65, 65, 25], facts: { ingredients: ['Sodium Cocoyl Isethionate', 'Platycladus Orientalis Leaf Extract'] }, papers: 'cosmetic', look: ['soap', 'moss'] },
    { key: 'acne', title: '祛痘消炎药皂抗菌杀螨治疗痘痘', call: ['药皂', 'medicated soap'], text: '含硫磺，抗菌消炎，治疗痘痘和螨虫。', path: '美妆/手工皂', price: 29, grams: 100, mm: [75, 50, 28], facts: { ingredients: ['Sodium Tallowate', 'Sulfur'] }, troubled: true, look: ['soap', 'lemon'] },
  ]),
];
