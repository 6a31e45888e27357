import { HtmlValidate, StaticConfigLoader } from 'html-validate'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // How HTML is written down, which no reader meets: the templates of GOV.UK write <input />, <!doctype html>
      // and lines that end in spaces.
      'attr-quotes': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      // A title says the page, the schools it is of and the hub, in this order, as GOV.UK asks.
      'long-title': 'off',
      // A form may send a list under one name, as that of a hub's councils does.
      'form-dup-name': 'off',
      // A table laid out as blocks on a phone is no table to a screen reader, unless its roles are said.
      'no-redundant-role': ['error', { exclude: ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'] }],
      // What scrolls is a region that takes the focus, as GOV.UK's own notification banner is, without being a section.
      'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  }),
)

/** What is wrong with a page's HTML: for each fault the rule it breaks, what is said of it, and where it is. */
export async function faultsOf(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector ?? 'the page'}`),
  )
}
