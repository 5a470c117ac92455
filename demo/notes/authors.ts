import type { Market } from '#core/market/market.ts';

/** Somebody who writes notes: at home in a market, in one language. `home` is CN for those who write from the home market. */
export type DemoAuthor = Readonly<{ key: string; name: string; place: string; market: Market | null; home: Market | 'CN'; language: 'en' | 'zh-Hans' | 'zh-Hant' }>;

function authors(home: DemoAuthor['home'], language: DemoAuthor['language'], lines: string): readonly DemoAuthor[] {
  return lines.trim().split('\n').map((line) => {
    const [key = '', name = '', place = ''] = line.trim().split(' | ');
    return { key, name, place, market: home === 'CN' ? null : home, home, language };
  });
}

export const demoAuthors: readonly DemoAuthor[] = [
  ...authors('US', 'en', `
    maya-out-loud | maya out loud | Portland, OR
    deskbound-dan | deskbound dan | Austin, TX
    slowsunday | slow sunday | Asheville, NC
    noor-reads | noor reads | Ann Arbor, MI
    teawithjune | tea with june | Seattle, WA
    carryononly | carry-on only | Denver, CO
    two-cats-one-lease | two cats, one lease | Brooklyn, NY
    kitchenpriya | kitchen priya | Edison, NJ
    theo-walks | theo walks | Boulder, CO
    littlefernhouse | little fern house | Madison, WI
    inkandoat | ink & oat | Providence, RI
    marisol-makes | marisol makes | Tucson, AZ
    apartment4c | apartment 4C | Chicago, IL
    hanabee | hana bee | Honolulu, HI
    graham-packs | graham packs light | Burlington, VT
    ruthie-rainboots | ruthie rainboots | Eugene, OR
    nightshift-nell | night shift nell | Cleveland, OH
    corgi-called-biscuit | a corgi called biscuit | San Jose, CA
    paperpost | paper post | Savannah, GA
    ollie-and-mum | ollie and mum | Raleigh, NC
    sundaymarketsam | sunday market sam | Minneapolis, MN
    wren-wears | wren wears | Los Angeles, CA`),
  ...authors('US', 'zh-Hans', `
    wanwan-in-boston | 湾湾在波士顿 | Boston, MA
    dongbei-bay | 东北人在湾区 | Fremont, CA
    houston-mama | 休斯顿小厨娘 | Houston, TX`),
  ...authors('HK', 'zh-Hant', `
    siu-yu | 小魚行街中 | 香港 · 深水埗
    ah-ming-camp | 阿明露營日誌 | 香港 · 西貢
    tram-girl | 叮叮車女孩 | 香港 · 西營盤
    kwok-home | 郭太執屋記 | 香港 · 將軍澳
    milktea-design | 奶茶與設計 | 香港 · 上環
    meow-flat | 三百呎貓屋 | 香港 · 荃灣
    bb-diary | 圓圓媽湊B日記 | 香港 · 沙田
    slow-ferry | 慢船去離島 | 香港 · 長洲
    ot-survivor | OT生還者 | 香港 · 觀塘
    paperlane | 紙巷 | 香港 · 灣仔
    run-kowloon | 九龍跑步人 | 香港 · 九龍城
    tea-auntie | 陸羽茶姨 | 香港 · 中環
    vintage-wai | 古著阿慧 | 香港 · 旺角
    plant-kk | KK的露台 | 香港 · 大埔
    weekend-bake | 週末焗爐 | 香港 · 太古
    dog-walk-peak | 山頂放狗 | 香港 · 薄扶林
    student-lok | 樂樂宿舍生活 | 香港 · 屯門
    lens-kin | 阿堅影相 | 香港 · 油麻地`),
  ...authors('MO', 'zh-Hant', `
    macau-ines | 依娜在澳門 | 澳門 · 大三巴
    taipa-couple | 氹仔兩口子 | 澳門 · 氹仔
    coloane-sea | 路環看海 | 澳門 · 路環
    egg-tart-girl | 蛋撻少女 | 澳門 · 新馬路
    macau-night | 夜更人手記 | 澳門 · 新口岸
    areia-mum | 黑沙灣媽媽 | 澳門 · 黑沙環
    calcada | 碎石路散步 | 澳門 · 風順堂`),
  ...authors('CN', 'zh-Hans', `
    afang-home | 阿方的小家 | 上海
    chengdu-lazy | 成都懒人包 | 成都
    dali-wind | 大理吹风 | 大理
    beijing-night | 北京晚睡协会 | 北京
    qingdao-sea | 青岛海边人 | 青岛
    suzhou-rain | 苏州下雨了 | 苏州
    gz-breakfast | 广州早茶课 | 广州
    xian-bike | 骑车的西西 | 西安
    shenzhen-rent | 深圳租房手册 | 深圳
    nanjing-wutong | 梧桐树下 | 南京
    wuhan-noodle | 武汉过早 | 武汉
    xiamen-cat | 厦门养猫人 | 厦门
    harbin-snow | 哈尔滨小雪 | 哈尔滨`),
];
