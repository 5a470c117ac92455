/** A merchant of the demo marketplace, with the signs of distinctiveness that a cohort's policy weighs. All of them are invented. */
export type DemoMerchant = Readonly<{
  key: string;
  shopName: string;
  personName: string;
  city: string;
  kind: 'newcomer' | 'part_timer' | 'original_design' | 'factory' | 'craft' | 'brand' | 'farm';
  story: string;
  joinedDaysAgo: number;
  originalDesign: boolean;
  craft: boolean;
  patents: number;
  noteMentions: number;
  repeatBuyersPpm: number;
  domesticOrders: number;
  refundsPpm: number;
}>;
