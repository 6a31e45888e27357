/** Draws the linked views of the page to explore. Nothing is compiled from text: the page's policy forbids it. */
import embed from 'vega-embed'
import { expressionInterpreter } from 'vega-interpreter'
import { fitted, type Linked } from './fitted.ts'

const place = document.querySelector<HTMLElement>('[data-explore]')

async function draw(into: HTMLElement, address: string): Promise<void> {
  const answer = await fetch(address)
  const spec = (await answer.json()) as Linked
  await embed(into, fitted(spec, into.clientWidth), {
    ast: true,
    expr: expressionInterpreter,
    actions: false,
    defaultStyle: false,
    renderer: 'svg',
    tooltip: { disableDefaultStyle: true },
  })
}

if (place !== null) {
  place.hidden = false
  draw(place, place.dataset['explore'] ?? '').catch(() => {
    place.textContent = 'The linked views could not be drawn. The numbers below are the same.'
  })
}
