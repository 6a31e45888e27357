/** Lets files be dropped anywhere on the field to send them by, and says which were chosen. */

const drop = document.querySelector<HTMLElement>('[data-drop]')
const input = drop?.querySelector<HTMLInputElement>('input[type=file]')

if (drop != null && input != null) {
  const over = (isOver: boolean): boolean => drop.classList.toggle('drop--over', isOver)
  const tell = (): void => {
    const names = Array.from(input.files ?? [], ({ name }) => name)
    const chosen = drop.querySelector('[data-chosen]')
    if (chosen !== null && names.length > 1) chosen.textContent = `${names.length} files: ${names.join(', ')}`
    else if (chosen !== null) chosen.textContent = ''
  }
  input.addEventListener('change', tell)
  drop.addEventListener('dragover', (event) => {
    event.preventDefault()
    over(true)
  })
  drop.addEventListener('dragleave', () => over(false))
  drop.addEventListener('drop', (event) => {
    event.preventDefault()
    over(false)
    const files = event.dataTransfer?.files
    if (files === undefined || files.length === 0) return
    input.files = files
    tell()
    input.focus()
  })
}
