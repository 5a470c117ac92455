import { heedChoice, typeKeyOf, type PersonChoice } from '#core/classification/person-choice.ts';
import type { Classification } from '#core/classification/classification.ts';
import type { Schedule } from '#core/classification/schedule.ts';
import type { ProductId } from '#core/ids/id.ts';
import type { Product } from '#core/product/product.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { Packs } from '#server/platform/packs/packs.ts';
import { classifyProduct } from '#server/modules/listings/decide.ts';

/** Classification as it is decided with: by the words, and by what people settled for a product or for all of its type. */

export type Settled = Readonly<{ classification: Classification; typeKey: string | null; choice: PersonChoice | null }>;
/** Classifies a product under the choices that were in force when it was made. */
export type Classifier = (product: Product, productId: ProductId, packs: Packs, schedule: Schedule) => Settled;

/** Choices in force. A choice for one product goes before the one for its type. */
export async function loadClassifier(tx: Tx): Promise<Classifier> {
  const rows = await tx.selectFrom('codeChoice').selectAll().where('supersededAt', 'is', null).execute();
  const choiceOf = ({ hts, reason, by, at, typeKey }: (typeof rows)[number]): PersonChoice => ({ hts, reason, by, at: at.toISOString(), forType: typeKey !== null });
  const byProduct = new Map(rows.filter((row) => row.typeKey === null).map((row) => [row.productId, choiceOf(row)]));
  const byType = new Map(rows.flatMap((row) => (row.typeKey === null ? [] : [[row.typeKey, choiceOf(row)] as const])));
  return (product, productId, packs, schedule) => {
    const classification = classifyProduct(product, packs, schedule);
    const typeKey = typeKeyOf(product, classification);
    const choice = byProduct.get(productId) ?? (typeKey === null ? undefined : byType.get(typeKey)) ?? null;
    return { classification: heedChoice(classification, choice), typeKey, choice };
  };
}
