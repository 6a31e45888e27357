/** The order of two texts, days among them. */
export const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
