import type { Market } from '#core/market/market.ts';

/** Somebody who buys, with an invented name and an address of the shape their market uses. */
export type DemoBuyer = Readonly<{
  key: string;
  name: string;
  market: Market;
  locale: 'en-US' | 'zh-Hant-HK' | 'zh-Hant-MO' | 'zh-Hans';
  /** As the checkout asks for it; Hong Kong and Macau leave the postal code empty. */
  address: Readonly<{ name: string; line1: string; line2: string; city: string; region: string; postalCode: string; phone: string }>;
}>;

/** Numbers ending 555-01xx are kept for fiction in North America. */
function american(index: number, line: string): DemoBuyer {
  const [key = '', name = '', line1 = '', line2 = '', city = '', region = '', postalCode = '', locale = 'en-US'] = line.trim().split(/\s*\|\s*/);
  return { key, name, market: 'US', locale: locale === 'zh-Hans' ? 'zh-Hans' : 'en-US', address: { name, line1, line2, city, region, postalCode, phone: `+1 202 555 01${String(index + 10).padStart(2, '0')}` } };
}

/** Hong Kong and Macau have no postal codes; the district stands where a city would. */
function southern(market: 'HK' | 'MO') {
  return (line: string, index: number): DemoBuyer => {
    const [key = '', name = '', line1 = '', line2 = '', city = '', region = ''] = line.trim().split(/\s*\|\s*/);
    const phone = market === 'HK' ? `+852 5000 0${String(index + 100)}` : `+853 6000 0${String(index + 100)}`;
    return { key, name, market, locale: market === 'HK' ? 'zh-Hant-HK' : 'zh-Hant-MO', address: { name, line1, line2, city, region, postalCode: '', phone } };
  };
}

const lines = (text: string) => text.trim().split('\n');

export const demoBuyers: readonly DemoBuyer[] = [
  ...lines(`
    us-hollis | Hollis Brandt | 418 Juniper Street | Apt 2B | Portland | OR | 97205
    us-maren | Maren Oduya | 77 Larkfield Road | | Ann Arbor | MI | 48104
    us-tobias | Tobias Lindqvist | 2305 Garnet Avenue | Unit 6 | San Diego | CA | 92109
    us-celine | Celine Park | 1190 Ocean Parkway | 5F | Brooklyn | NY | 11230
    us-deshawn | Deshawn Whitlock | 640 Peachtree Court | | Atlanta | GA | 30308
    us-ines | Ines Calder | 91 Alder Lane | | Boulder | CO | 80302
    us-wenli | Wenli Zhao | 35 Commonwealth Mews | Apt 12 | Boston | MA | 02115 | zh-Hans
    us-rafael | Rafael Quintero | 1522 Mission Trail | | Tucson | AZ | 85705
    us-abby | Abby Thornquist | 208 Lake Street | | Madison | WI | 53703
    us-omar | Omar Faris | 4410 Bluebonnet Drive | | Austin | TX | 78704
    us-june | June Kapoor | 12 Plainfield Avenue | Apt 3 | Edison | NJ | 08817
    us-lena | Lena Marchetti | 859 Wells Court | 14C | Chicago | IL | 60610
    us-kai | Kai Nakoa | 330 Hibiscus Place | | Honolulu | HI | 96815
    us-rosalind | Rosalind Pike | 17 Magnolia Square | | Savannah | GA | 31401
    us-xiaoyu | Xiaoyu Meng | 40288 Cherry Terrace | | Fremont | CA | 94538 | zh-Hans
    us-gideon | Gideon Marsh | 66 Church Hill | | Burlington | VT | 05401
    us-fatima | Fatima Rahal | 1804 Nicollet Way | Apt 9 | Minneapolis | MN | 55403
    us-beau | Beau Sandoval | 920 Camino Alto | | Santa Fe | NM | 87501`).map((line, index) => american(index, line)),
  ...lines(`
    hk-chan | 陳詠彤 | 福榮街88號 | 永安樓12樓C室 | 深水埗 | 九龍
    hk-lau | 劉子軒 | 唐德街9號 | 2座31樓F室 | 將軍澳 | 新界
    hk-wong | 黃曉晴 | 水街23號 | 海景大廈7樓A室 | 西營盤 | 香港島
    hk-lee | 李栢然 | 沙咀道300號 | 第3座18樓H室 | 荃灣 | 新界
    hk-ho | 何嘉欣 | 銀城街15號 | 5座22樓B室 | 沙田 | 新界
    hk-cheng | 鄭樂瑤 | 太古灣道6號 | 26樓D室 | 太古 | 香港島
    hk-tam | 譚啟文 | 巧明街101號 | 9樓 | 觀塘 | 九龍
    hk-yip | 葉心怡 | 大新後街31號 | 地下 | 長洲 | 離島
    hk-fung | 馮俊傑 | 太子道西200號 | 4樓B室 | 九龍城 | 九龍
    hk-kwan | 關思敏 | 南盛街8號 | 10樓E室 | 大埔 | 新界
    hk-ng | 吳可兒 | 汕頭街12號 | 15樓C室 | 灣仔 | 香港島
    hk-mok | 莫家豪 | 杯渡路55號 | 3座8樓G室 | 屯門 | 新界
    hk-so | 蘇婉雯 | 薄扶林道140號 | 6樓A室 | 薄扶林 | 香港島`).map(southern('HK')),
  ...lines(`
    mo-sousa | 蘇依娜 | 連勝街47號 | 富運大廈4樓B座 | 花王堂區 | 澳門
    mo-leong | 梁浩然 | 柯維納馬路120號 | 15樓D座 | 嘉模堂區 | 氹仔
    mo-ieong | 楊慧琳 | 黑沙環中街33號 | 第2座20樓G座 | 花地瑪堂區 | 澳門
    mo-cheong | 張俊宇 | 恩尼斯總統馬路8號 | | 聖方濟各堂區 | 路環
    mo-lou | 盧詩韻 | 新馬路210號 | 3樓A座 | 大堂區 | 澳門
    mo-kuan | 關偉倫 | 水坑尾街19號 | 6樓C座 | 大堂區 | 澳門
    mo-fong | 馮美儀 | 高士德大馬路75號 | 9樓F座 | 望德堂區 | 澳門
    mo-chao | 周健恆 | 河邊新街64號 | 2樓 | 風順堂區 | 澳門
    mo-vong | 黃綺雯 | 基馬拉斯大馬路250號 | 11樓H座 | 嘉模堂區 | 氹仔`).map(southern('MO')),
];
