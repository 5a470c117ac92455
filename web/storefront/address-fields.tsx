import { TextInput } from '@mantine/core';
import type { Problem } from '../ui/api.ts';
import { problemAt } from '../ui/problem.tsx';
import type { Market } from '../ui/shapes.ts';
import type { Address } from './address.ts';
import styles from './address-fields.module.css';
import { type StorefrontTextId, useStorefrontText } from './text.ts';

type Field = Readonly<{ name: keyof Address; label: StorefrontTextId; autoComplete: string; wide: boolean; required: boolean }>;

const FIELDS: readonly Field[] = [
  { name: 'name', label: 'storefront.checkout.name', autoComplete: 'name', wide: true, required: true },
  { name: 'line1', label: 'storefront.checkout.line1', autoComplete: 'address-line1', wide: true, required: true },
  { name: 'line2', label: 'storefront.checkout.line2', autoComplete: 'address-line2', wide: true, required: false },
  { name: 'city', label: 'storefront.checkout.city', autoComplete: 'address-level2', wide: false, required: true },
  { name: 'region', label: 'storefront.checkout.region', autoComplete: 'address-level1', wide: false, required: true },
  { name: 'postalCode', label: 'storefront.checkout.postalCode', autoComplete: 'postal-code', wide: false, required: true },
  { name: 'phone', label: 'storefront.checkout.phone', autoComplete: 'tel', wide: false, required: true },
];

/** Hong Kong and Macau have neither states nor postal codes. */
const ONLY_US: ReadonlySet<keyof Address> = new Set<keyof Address>(['region', 'postalCode']);

type Props = Readonly<{ market: Market; /** Null where only the address is asked for. */ email: string | null | undefined; address: Address | undefined; problem: Problem | undefined }>;

/** Where to send a parcel and whom to tell, with the fields its market knows. */
export function AddressFields({ market, email, address, problem }: Props) {
  const t = useStorefrontText();
  const cities: Readonly<Record<Market, string>> = { US: '', HK: t('ui.market.HK'), MO: t('ui.market.MO') };
  return (
    <div className={styles.fields}>
      {email !== null && <TextInput className={styles.wide ?? ''} label={t('storefront.checkout.email')} description={t('storefront.checkout.emailHint')} name="email" type="email" autoComplete="email" required defaultValue={email ?? ''} error={problemAt(problem, 'email')} />}
      {FIELDS.filter(({ name }) => market === 'US' || !ONLY_US.has(name)).map((field) => (
        <TextInput
          key={field.name}
          className={field.wide ? (styles.wide ?? '') : ''}
          label={t(field.label)}
          name={field.name}
          autoComplete={field.autoComplete}
          required={field.required}
          defaultValue={address?.[field.name] ?? (field.name === 'city' ? cities[market] : '')}
          error={problemAt(problem, field.name)}
        />
      ))}
    </div>
  );
}
