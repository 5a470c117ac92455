import type { Form } from './form.ts';
import { APPLIANCE_FORMS } from './appliances.ts';
import { BAG_AND_SHOE_FORMS } from './bags-and-shoes.ts';
import { BEAUTY_FORMS } from './beauty.ts';
import { CLOTHING_FORMS } from './clothing.ts';
import { FOOD_FORMS } from './food.ts';
import { JEWELLERY_FORMS } from './jewellery.ts';
import { LIVING_FORMS } from './living.ts';
import { PET_FORMS, STATIONERY_FORMS } from './stationery-and-pets.ts';
import { TABLEWARE_FORMS } from './tableware.ts';
import { TOY_AND_BABY_FORMS } from './toys-and-baby.ts';
import { TRAVEL_FORMS } from './travel.ts';

/** Everything that can be drawn, by name. */
export const FORMS = {
  ...BEAUTY_FORMS, ...TABLEWARE_FORMS, ...LIVING_FORMS, ...CLOTHING_FORMS, ...BAG_AND_SHOE_FORMS, ...APPLIANCE_FORMS,
  ...TRAVEL_FORMS, ...TOY_AND_BABY_FORMS, ...FOOD_FORMS, ...JEWELLERY_FORMS, ...STATIONERY_FORMS, ...PET_FORMS,
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;
