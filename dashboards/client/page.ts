import './drop.ts'
import './figure.ts'
import './forms.ts'
import './passkey.ts'
import './progress.ts'

/** Opens, for printing, the tables that are folded away on the screen, and folds them again afterwards. */

let opened: readonly HTMLDetailsElement[] = []

addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
  for (const details of opened) details.open = true
})

addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
  opened = []
})
