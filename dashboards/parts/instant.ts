const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})

/** An instant in UTC as people in England read it: `2026-07-01T13:05:00Z` is `1 July 2026 at 2:05pm`. */
export function instantText(instant: string): string {
  const part = Object.fromEntries(inLondon.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const half = String(part['dayPeriod'])
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
  return `${part['day']} ${part['month']} ${part['year']} at ${part['hour']}:${part['minute']}${half}`
}
