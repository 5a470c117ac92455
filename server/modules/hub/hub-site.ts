/** The hub that every parcel passes: what stands on merchant labels and at the head of the hub station. One hub so far; set by the marketplace, 2026-11-23. */
export const HUB_SITE = {
  name: '领航集运仓（深圳前海）',
  address: '广东省深圳市南山区前海湾保税港区 3 号仓 A 区',
  phone: '0755-8600-0168',
  contact: '入仓组',
} as const;

/** The sender on papers that leave the country, in the language of the Universal Postal Union's forms. */
export const HUB_SENDER = {
  name: 'Pilotage Consolidation Hub',
  lines: ['Warehouse 3, Section A, Qianhaiwan Bonded Port Area', 'Nanshan District, Shenzhen, Guangdong 518000', 'China'],
  phone: '+86 755 8600 0168',
} as const;
