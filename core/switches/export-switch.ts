import type { Reason } from '../decision/decision.ts';
import type { LocalText, Market } from '../market/market.ts';

/**
 * The export switch: one for the whole shop, and narrower ones that only ever narrow it. This decides whether a product
 * may be sold in a market as far as the merchant's own will goes; rules, price and words are decided elsewhere.
 */

/** How much a switch covers, from the whole shop to one product in one market. */
export type SwitchScope = 'shop' | 'market' | 'product' | 'product_market';

/** One switch as it stands. `market` and `productId` are set as far as the scope names them. */
export type ExportSwitch = Readonly<{
  scope: SwitchScope;
  market: Market | null;
  productId: string | null;
  state: 'open' | 'paused';
  since?: string | null | undefined;
  reason?: string | null | undefined;
}>;

/** Whether the merchant's switches let a product through, and which switch says so. */
export type SwitchAnswer = Readonly<{ open: boolean; reasons: readonly Reason[] }>;

/** From the most specific to the widest: the first paused one in this order is the one that is named first. */
const NARROWEST_FIRST: readonly SwitchScope[] = ['product_market', 'product', 'market', 'shop'];

/** The scope a switch command addresses, read off what it names. */
export function switchScope(market: Market | null, productId: string | null): SwitchScope {
  if (market === null) return productId === null ? 'shop' : 'product';
  return productId === null ? 'market' : 'product_market';
}

/**
 * Decides whether a product is open in a market. The shop switch must be open (a shop that never touched it is closed);
 * any paused switch that covers the product or the market closes it. Every switch that closes it is named, the most
 * specific first. `productId` null asks for the market as a whole.
 */
export function isOpen(switches: readonly ExportSwitch[], productId: string | null, market: Market): SwitchAnswer {
  const covering = switches.filter((row) => (row.market === null || row.market === market) && (row.productId === null || row.productId === productId));
  const paused = NARROWEST_FIRST.flatMap((scope) => covering.filter((row) => row.scope === scope && row.state === 'paused'));
  const shopKnown = covering.some((row) => row.scope === 'shop');
  const reasons = [...paused.map((row) => pausedReason(row)), ...(shopKnown ? [] : [neverOpenedReason()])];
  return { open: reasons.length === 0, reasons };
}

const PAUSED_TEXT: Readonly<Record<SwitchScope, LocalText>> = {
  shop: { 'zh-Hans': '整店出口已暂停。', 'zh-Hant': '整店出口已暫停。', en: 'Export is paused for the whole shop.' },
  market: { 'zh-Hans': '这个市场已暂停。', 'zh-Hant': '這個市場已暫停。', en: 'This market is paused.' },
  product: { 'zh-Hans': '这件商品在所有市场已暂停。', 'zh-Hant': '這件商品在所有市場已暫停。', en: 'This product is paused in every market.' },
  product_market: { 'zh-Hans': '这件商品在这个市场已暂停。', 'zh-Hant': '這件商品在這個市場已暫停。', en: 'This product is paused in this market.' },
};

const OPEN_TEXT: LocalText = { 'zh-Hans': '打开这个出口开关', 'zh-Hant': '打開這個出口開關', en: 'Open this export switch' };

function pausedReason(row: ExportSwitch): Reason {
  const target = [row.scope, row.market, row.productId].filter((part) => part !== null).join(':');
  return {
    code: `${row.scope}_paused`,
    text: PAUSED_TEXT[row.scope],
    because: [
      { fact: `switch.${row.scope}`, value: 'paused', source: 'merchant' },
      ...(row.since ? [{ fact: `switch.${row.scope}.since`, value: row.since, source: 'platform' } as const] : []),
      ...(row.reason ? [{ fact: `switch.${row.scope}.reason`, value: row.reason, source: 'merchant' } as const] : []),
    ],
    source: null,
    fix: { kind: 'change_switch', target, text: OPEN_TEXT },
    owner: 'merchant',
  };
}

function neverOpenedReason(): Reason {
  return {
    code: 'shop_not_opened',
    text: { 'zh-Hans': '店铺还没有打开出口开关。', 'zh-Hant': '店鋪還沒有打開出口開關。', en: 'The shop has not opened its export switch yet.' },
    because: [{ fact: 'switch.shop', value: null, source: 'platform' }],
    source: null,
    fix: { kind: 'change_switch', target: 'shop', text: { 'zh-Hans': '一键打开整店出口', 'zh-Hant': '一鍵打開整店出口', en: 'Open export for the whole shop with one click' } },
    owner: 'merchant',
  };
}
