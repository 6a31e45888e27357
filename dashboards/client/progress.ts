/** Keeps the page of a file that is being read up to date, and shows what is next as soon as it is known. */

interface Progress {
  readonly working: boolean
  readonly done: number
  readonly of: number
  readonly text: string
}

const every = 400
/** A text that is read aloud changes no faster than it can be heard. */
const spokenEvery = 3000

function show({ done, of, text }: Progress, spokenAt: number): number {
  const bar = document.querySelector('progress')
  const words = document.querySelector('[data-progress-text]')
  if (bar !== null && of > 0) [bar.max, bar.value] = [of, done]
  if (words === null || words.textContent?.trim() === text || Date.now() - spokenAt < spokenEvery) return spokenAt
  words.textContent = text
  return Date.now()
}

async function follow(id: string): Promise<void> {
  let spokenAt = Date.now()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, every))
    const answer = await fetch(`/import/${id}/progress`).catch(() => null)
    if (answer === null) continue
    const progress = answer.ok ? ((await answer.json()) as Progress) : null
    if (progress === null || !progress.working) return location.replace(location.pathname)
    spokenAt = show(progress, spokenAt)
  }
}

const id = document.querySelector<HTMLElement>('[data-working]')?.dataset['working']
if (id !== undefined && id !== '') void follow(id)
