import { IconCamera } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import styles from './photo-input.module.css';
import { useText } from './text.tsx';

/** Takes or chooses photos. A plain file field without script; with it the chosen photos are shown. The action reads `fields.files(name)`; its form needs `encType="multipart/form-data"`. */
export function PhotoInput({ name = 'photos', label, required = false, error = null }: Readonly<{ name?: string; label: string; required?: boolean; error?: string | null }>) {
  const t = useText();
  const [shown, setShown] = useState<readonly string[]>([]);
  useEffect(() => () => shown.forEach((url) => URL.revokeObjectURL(url)), [shown]);
  return (
    <div className={styles.photos}>
      <label className={styles.field}>
        <IconCamera size={24} aria-hidden />
        <span>
          <b>{label}</b>
          <small>{shown.length === 0 ? t('ui.photo.add') : t('ui.photo.count', { count: shown.length })}</small>
        </span>
        <input type="file" name={name} accept="image/*" multiple required={required} onChange={(event) => setShown([...(event.currentTarget.files ?? [])].map((file) => URL.createObjectURL(file)))} />
      </label>
      {shown.length > 0 && (
        <ul>
          {shown.map((url) => (
            <li key={url}>
              <img src={url} alt="" />
            </li>
          ))}
        </ul>
      )}
      {error !== null && <p role="alert">{error}</p>}
    </div>
  );
}
