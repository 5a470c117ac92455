import { useIntl } from 'react-intl';
import { useText } from './text.tsx';

type Family = 'fact' | 'value' | 'dropped' | 'by' | 'material';

/**
 * Words for codes that the API leaves open (names and values of facts, reasons for leaving words out, writers of a page):
 * a code the kit's catalogue has no word for is shown as it is.
 */
export function useKnownTexts(): (family: Family, code: string) => string {
  const { messages } = useIntl();
  return (family, code) => {
    const text = messages[`ui.${family}.${code}`];
    return typeof text === 'string' ? text : code;
  };
}

/**
 * Names a fact: a field of the merchant's own page by the merchant's word for it (`attributes.材质` is 材质), a row of a list by the
 * list (`materials.0`), a document by its field, anything else by the kit's word.
 */
export function useFactName(): (fact: string) => string {
  const known = useKnownTexts();
  return (fact) => {
    const [head = '', ...rest] = fact.replace(/^facts\./, '').replace(/\.\d+$/, '').split('.');
    if (head === 'attributes' || head === 'variants') return rest.at(-1) ?? known('fact', head);
    return known('fact', head === 'documents' ? head : [head, ...rest].join('.'));
  };
}

/** A share of a material as the facts carry it: `glass 80%`. */
const SHARE = /^(.+?)( [\d.]+%)?$/;

/** Writes the value of a fact: yes and no for a truth, the known word for a code or a material, anything else as it is. */
export function useFactValue(): (value: string | number | boolean | null) => string {
  const t = useText();
  const known = useKnownTexts();
  return (value) => {
    if (value === null) return '—';
    if (typeof value === 'boolean') return t(value ? 'ui.question.yes' : 'ui.question.no');
    const word = known('value', String(value));
    if (word !== String(value)) return word;
    return word.split(', ').map((part) => part.replace(SHARE, (_whole, name: string, share = '') => known('material', name) + share)).join(', ');
  };
}
