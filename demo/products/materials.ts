/** Chinese words for the materials that drafts name in English. */
export const MATERIAL_NAMES: Readonly<Record<string, string>> = {
  cotton: '棉', polyester: '聚酯纤维', elastane: '氨纶', linen: '亚麻', wool: '羊毛', silk: '桑蚕丝', viscose: '粘纤', nylon: '锦纶', acrylic: '亚克力', cashmere: '羊绒', ramie: '苎麻', lyocell: '莱赛尔', modal: '莫代尔', canvas: '帆布',
  'memory foam': '慢回弹记忆棉', down: '鸭绒', ceramic: '陶瓷', porcelain: '瓷', glass: '玻璃', 'stainless steel': '不锈钢', iron: '铁', aluminium: '铝合金', brass: '黄铜', copper: '铜', silver: '银', zinc: '锌合金', titanium: '钛', steel: '钢',
  bamboo: '竹', beech: '榉木', walnut: '胡桃木', pine: '松木', wood: '实木', rattan: '藤', 'sea grass': '海草', rush: '蒲草', cork: '软木', paper: '纸', paperboard: '纸板', leather: '头层牛皮', 'PU leather': 'PU革', suede: '反绒皮',
  ABS: 'ABS', 'polypropylene': 'PP', polycarbonate: 'PC', silicone: '食品级硅胶', PET: 'PET', TPU: 'TPU', rubber: '橡胶', EVA: 'EVA', PVC: 'PVC', melamine: '密胺', 'soy wax': '大豆蜡', beeswax: '蜂蜡', resin: '树脂', pearl: '淡水珍珠', jade: '和田玉', agate: '玛瑙', stone: '石', cardboard: '瓦楞纸', felt: '毛毡', 'goat hair': '山羊毛', 'weasel hair': '狼毫', acetate: '醋酸板材', ivory: '象牙果', sisal: '剑麻', plush: '短毛绒', sponge: '海绵', cement: '水泥', 'plant fibre': '植物纤维',
};
