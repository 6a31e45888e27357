/** Makes passkeys, and signs in with them, where the browser has them; elsewhere the password stands by itself. */

interface Answer {
  readonly name: string
  readonly options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON
  readonly to: string
  readonly detail?: string
}

const post = async (path: string, body: object): Promise<Answer> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Answer
  if (!response.ok) throw new Error(answer.detail ?? 'That did not work.')
  return answer
}

const ask = {
  create: (options: Answer['options']) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: (options: Answer['options']) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
} as const

async function run({ passkey, path = '/sign-in', token, to }: DOMStringMap): Promise<string> {
  const { name, options } = await post(`${path}/passkey/asked`, { token })
  const made = await ask[passkey === 'create' ? 'create' : 'get'](options)
  if (!(made instanceof PublicKeyCredential)) throw new Error('No passkey was given.')
  return (await post(`${path}/passkey`, { token, name, to, response: made.toJSON() as unknown })).to
}

const isAddress = /^[\d.]+$|^\[/.test(location.hostname)

for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  // Browsers make passkeys for names only, not for bare addresses.
  if (!('PublicKeyCredential' in globalThis) || isAddress) continue
  const fault = part.querySelector<HTMLElement>('.passkey__error')
  part.hidden = false
  part.querySelector('.passkey__button')?.addEventListener('click', () => {
    run(part.dataset).then(
      (to) => location.assign(to),
      (error: unknown) => {
        if (fault === null) return
        fault.hidden = false
        const isOurs = error instanceof Error && !(error instanceof DOMException)
        fault.textContent = isOurs ? error.message : 'Your device did not give a passkey. Try again, or use a password.'
      },
    )
  })
}
