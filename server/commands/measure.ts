import { Command, Option } from 'commander'
import { filterParts } from '../../analytics/cohorts/filters.ts'
import { audiences, type Audience } from '../../analytics/disclosure/audience.ts'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import { measureIds } from '../../analytics/measures/index.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { checkAsked, measureOf, parseAsked, type AskedText } from '../asked.ts'
import { evidenceKeeper } from '../evidence.ts'
import { Mistake } from '../mistake.ts'
import { today } from '../today.ts'
import { arrowOf } from '../wrapping/arrow.ts'
import { csvOf } from '../wrapping/csv.ts'
import { jsonOf } from '../wrapping/json.ts'
import { textOf } from '../wrapping/text.ts'
import { chooseHub, withStore } from './store.ts'

interface Options {
  readonly where: AskedText
  readonly asOf?: string
  readonly during?: string
  readonly audience: Audience
  readonly format: 'table' | 'json' | 'csv' | 'arrow'
  readonly hub?: string
}

const parts: readonly string[] = ['council', 'district', 'phase', ...filterParts, 'strand', 'award', 'school']

function addWhere(text: string, before: AskedText): AskedText {
  const [part = '', ...value] = text.split('=')
  if (!parts.includes(part) || value.length === 0)
    throw new Mistake(`--where: found "${text}"; use ${parts.map((name) => `${name}=...`).join(', ')}`)
  return { ...before, [part]: value.join('=') }
}

/** `crescendo measure`. */
export const measureCommand = (): Command =>
  new Command('measure')
    .description('one measure')
    .argument('<id>', measureIds.join(', '))
    .addOption(
      new Option('--where <part=value>', `one of ${parts.join(', ')}; may be given more than once`)
        .argParser(addWhere)
        .default({}, 'the whole hub'),
    )
    .option('--as-of <day>', 'the day it speaks for (today, if none is given)')
    .option('--during <year>', 'one academic year instead, for the measures that take it')
    .addOption(new Option('--audience <audience>', 'for whom it is disclosed').choices(audiences).default('hub'))
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv', 'arrow']).default('table'))
    .option('--hub <name>', 'the hub, where there is more than one')
    .action(async (id: string, options: Options) => {
      const measure = measureOf(id)
      const answer = await withStore({ make: false }, async (store) => {
        const evidence = await evidenceKeeper(store)(await chooseHub(store, options.hub))
        const asked = parseAsked({ ...options.where, asOf: options.asOf, during: options.during }, evidence, today())
        checkAsked(measure, asked)
        return disclose(ask(measure, evidence, asked), options.audience)
      })
      const wrap = {
        table: () => textOf(answer),
        json: () => `${JSON.stringify(jsonOf(answer), null, 2)}\n`,
        csv: () => csvOf(answer),
        arrow: () => arrowOf(answer),
      }
      process.stdout.write(wrap[options.format]())
    })
