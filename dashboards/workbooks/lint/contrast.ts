/** The light of a colour of six hexadecimal digits, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9A-F]{2}/gi) ?? []).map((part) => {
    const share = Number.parseInt(part, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * The contrast of two colours, from 1 to 21; 21 where one is named by other than six hexadecimal digits.
 *
 * Source: Web Content Accessibility Guidelines 2.2, contrast ratio.
 */
export function contrast(a: string, b: string): number {
  if (![a, b].every((colour) => /^[0-9A-F]{6}$/i.test(colour))) return 21
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}
