/** Leads to what is to be put right in a form, and sends no form twice by a double click. */

const summary = document.querySelector<HTMLElement>('.govuk-error-summary')
if (summary !== null) {
  summary.tabIndex = -1
  summary.focus()
}

summary?.addEventListener('click', (event) => {
  const href = event.target instanceof Element ? event.target.closest('a')?.hash : undefined
  const field = href === undefined || href === '' ? null : document.getElementById(href.slice(1))
  if (field === null) return
  event.preventDefault()
  field.scrollIntoView({ block: 'center' })
  field.focus()
})

const sent = new WeakSet<HTMLFormElement>()

for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]'))
  form.addEventListener('submit', (event) => {
    if (sent.has(form)) return event.preventDefault()
    sent.add(form)
  })

// A page that comes back by the back button may send its forms again.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
