import type { Fields } from '../ui/form.ts';

/** An address as it was typed. The API checks it for its market. */
export type Address = Readonly<{ name: string; line1: string; line2: string; city: string; region: string; postalCode: string; phone: string }>;

export function readAddress(fields: Fields): Address {
  return {
    name: fields.text('name'), line1: fields.text('line1'), line2: fields.text('line2'), city: fields.text('city'),
    region: fields.text('region'), postalCode: fields.text('postalCode'), phone: fields.text('phone'),
  };
}
