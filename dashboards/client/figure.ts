/** Lets figures be kept as PNG, their address be copied, and their values be read by pointer and by arrow keys. */

const button = (text: string, about: string, act: (it: HTMLButtonElement) => Promise<void>): HTMLLIElement => {
  const [item, it, hidden] = [
    document.createElement('li'),
    document.createElement('button'),
    document.createElement('span'),
  ]
  it.type = 'button'
  it.className = 'figure__button'
  hidden.className = 'govuk-visually-hidden'
  hidden.textContent = about
  it.append(text, hidden)
  it.addEventListener('click', () => {
    act(it).catch(() => it.replaceChildren('That did not work', hidden))
  })
  item.dataset['script'] = ''
  item.append(it)
  return item
}

/** How many pixels of a PNG stand for one of the picture: enough for paper. */
const sharpness = 3

async function png(address: string): Promise<Blob> {
  const picture = new Image()
  picture.src = address
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.naturalWidth * sharpness
  canvas.height = picture.naturalHeight * sharpness
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)))
  })
}

async function keep(blob: Blob, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

for (const figure of document.querySelectorAll<HTMLElement>('.figure')) {
  const svg = figure.querySelector<HTMLAnchorElement>('[data-keep=svg]')
  const view = figure.querySelector<HTMLAnchorElement>('[data-keep=view]')
  const about = svg?.querySelector('.govuk-visually-hidden')?.textContent ?? ''
  svg?.closest('li')?.after(button('Picture (PNG)', about, async () => keep(await png(svg.href), `${figure.id}.png`)))
  view?.closest('li')?.after(
    button('Copy link', about, async (it) => {
      await navigator.clipboard.writeText(view.href)
      it.replaceChildren('Link copied')
    }),
  )
  for (const picture of figure.querySelectorAll<HTMLElement>('.figure__wide, .figure__narrow')) read(picture)
}

/** Makes the values of a picture readable one by one: under the pointer, and by arrow keys. */
function read(picture: HTMLElement): void {
  const marks = [...picture.querySelectorAll<SVGElement>('rect, path')].filter(
    (mark) => mark.querySelector('title') !== null,
  )
  if (marks.length === 0) return
  const said = document.createElement('p')
  said.className = 'figure__reading'
  said.setAttribute('role', 'status')
  said.dataset['script'] = ''
  picture.append(said)
  picture.tabIndex = 0
  picture.setAttribute('role', 'group')
  picture.setAttribute('aria-label', 'Picture: the arrow keys read its values one by one')
  let at = -1
  const show = (next: number): void => {
    marks[at]?.classList.remove('is-read')
    at = next
    marks[at]?.classList.add('is-read')
    said.textContent = marks[at]?.querySelector('title')?.textContent ?? ''
  }
  picture.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    show((at + step + marks.length) % marks.length)
  })
  picture.addEventListener('pointerover', ({ target }) => {
    const mark = target instanceof Element ? marks.indexOf(target as SVGElement) : -1
    if (mark !== -1) show(mark)
  })
  for (const end of ['pointerleave', 'blur'] as const) picture.addEventListener(end, () => show(-1))
}
