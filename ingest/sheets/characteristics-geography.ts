import { present } from '../recognise/column.ts'
import { decile } from '../recognise/number.ts'
import { registerText } from '../recognise/register-code.ts'
import { publishedSheet } from './characteristics-published.ts'
import { factOf } from './fact.ts'

/** Where open schools lie: the deprivation of their neighbourhood, how rural it is, and the district. */
export const geography = publishedSheet({
  layout: 'geography',
  columns: {
    deprivationDecile: present('imd2025_decile', decile),
    ruralUrban: present('ruc21', registerText),
    district: present('ltla24_name', registerText),
  },
  writes: ['schoolYear'],
  facts: (schoolYear, { deprivationDecile, ruralUrban, district }) => [
    factOf('schoolYear', schoolYear, {
      pupils: undefined,
      sendPercent: undefined,
      ealPercent: undefined,
      deprivationDecile,
      ruralUrban,
      district,
    }),
  ],
})
