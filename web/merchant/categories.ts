/** The platform's categories, offered while typing; a path such as `家居/旅行用品` may go deeper. */
export const CATEGORIES = ['美妆', '家居', '服饰', '鞋包', '数码家电', '旅行', '玩具', '食品保健', '珠宝配饰', '文具', '宠物', '母婴'] as const;
