const browsers = [
  ['Edge', /\bEdg/],
  ['Opera', /\bOPR\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\bChrom(e|ium)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['Android', /\bAndroid\b/],
  ['iPhone or iPad', /\b(iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac OS X\b/],
  ['Chromebook', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

type Named = readonly (readonly [name: string, sign: RegExp])[]

const nameIn = (named: Named, text: string): string | undefined => named.find(([, sign]) => sign.test(text))?.[0]

/** What a browser calls itself, in a word or two: enough to know one's own again, too little to tell anybody apart. */
export function browserName(userAgent = ''): string {
  const [browser, system] = [nameIn(browsers, userAgent), nameIn(systems, userAgent)]
  if (browser === undefined) return 'A browser that is not known'
  return system === undefined ? browser : `${browser} on ${system}`
}
