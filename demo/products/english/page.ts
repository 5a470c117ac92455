/** A product page that a person wrote in English; it enters through translation memory. `seen` is what a reader says of the thing in a note. */
export type DemoEnglishPage = Readonly<{ productKey: string; locale: 'en-US'; title: string; bullets: readonly string[]; description: string; seen: string }>;

/** Pages of one shop from lines of `key | title | bullet; bullet; bullet | description | seen`. */
export function pages(merchantKey: string, text: string): readonly DemoEnglishPage[] {
  return text.trim().split('\n').map((line) => {
    const [key = '', title = '', bullets = '', description = '', seen = ''] = line.trim().split(' | ');
    return { productKey: `${merchantKey}-${key}`, locale: 'en-US', title, bullets: bullets.split('; '), description, seen };
  });
}
