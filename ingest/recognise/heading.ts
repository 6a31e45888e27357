/** A heading is looked at up to so many characters: what is longer is a text, and folding it again and again takes long. */
const longest = 300

/** A heading without what people vary in it: case, spaces, hyphens, punctuation; `&` is `and`. */
export const foldHeading = (heading: string): string =>
  heading
    .slice(0, longest)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
