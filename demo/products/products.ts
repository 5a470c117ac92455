import { apparelDesignProducts } from './apparel-design.ts';
import { bagAndShoeProducts } from './bags-and-shoes.ts';
import { beautyBrandProducts } from './beauty-brand.ts';
import { factoryApparelProducts } from './factory-apparel.ts';
import { factoryBeautyProducts } from './factory-beauty.ts';
import { factoryDeviceProducts } from './factory-devices.ts';
import { factoryHomeProducts } from './factory-home.ts';
import { factoryToyProducts } from './factory-toys.ts';
import { foodProducts } from './food.ts';
import { homeCraftProducts } from './home-craft.ts';
import { jewelleryProducts, stationeryProducts } from './jewellery-and-stationery.ts';
import { babyProducts, petProducts } from './pets-and-baby.ts';
import type { DemoProduct } from './product.ts';
import { designDeviceProducts, designToyProducts } from './toys-and-devices.ts';
import { travelProducts } from './travel-and-outdoors.ts';

/** Everything on the shelves, shop by shop. */
export const demoProducts: readonly DemoProduct[] = [
  ...travelProducts, ...homeCraftProducts, ...beautyBrandProducts, ...apparelDesignProducts, ...bagAndShoeProducts, ...jewelleryProducts, ...stationeryProducts,
  ...foodProducts, ...petProducts, ...babyProducts, ...designToyProducts, ...designDeviceProducts,
  ...factoryHomeProducts, ...factoryDeviceProducts, ...factoryToyProducts, ...factoryBeautyProducts, ...factoryApparelProducts,
];
