import { Link } from 'react-router';
import type { ProductSummary } from '../ui/shapes.ts';
import styles from './product-name.module.css';

/** A product's picture and Chinese title, leading to its page. */
export function ProductName({ product }: Readonly<{ product: Pick<ProductSummary, 'id' | 'title' | 'image' | 'category'> }>) {
  return (
    <Link to={`/merchant/products/${product.id}`} className={styles.name} lang="zh-Hans" prefetch="intent">
      {product.image === null ? <i /> : <img src={product.image} alt="" loading="lazy" />}
      <span>
        {product.title}
        <small>{product.category}</small>
      </span>
    </Link>
  );
}
