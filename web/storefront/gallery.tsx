import styles from './gallery.module.css';
import { useStorefrontText } from './text.ts';

/** A product's pictures: swiped on a phone, stacked beside the words on a wide screen. No script. */
export function Gallery({ images, title }: Readonly<{ images: readonly string[]; title: string }>) {
  const t = useStorefrontText();
  return (
    <ul className={styles.gallery} tabIndex={images.length > 1 ? 0 : undefined} aria-label={title}>
      {images.map((image, index) => (
        <li key={image}>
          <img src={image} alt={t('storefront.listing.photo', { title, number: index + 1 })} loading={index === 0 ? 'eager' : 'lazy'} fetchPriority={index === 0 ? 'high' : 'auto'} />
        </li>
      ))}
    </ul>
  );
}
