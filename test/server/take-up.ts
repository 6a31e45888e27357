import type { Page } from 'playwright-core'
import { press, type } from '../keyboard.ts'
import { codeOf } from './code-of.ts'

export const password = 'brass harbour lemon kettle'

/** Takes up an invitation with a password and an app, by keyboard; gives the key of the app. */
export async function takeUp(page: Page, address: string, chosen = password): Promise<string> {
  await page.goto(address)
  const key = (await page.locator('pre').innerText()).replaceAll(' ', '')
  await type(page, 'Choose a password', chosen)
  await type(page, 'The password again', chosen)
  await type(page, 'Code', codeOf(key))
  await press(page, 'button', 'Use this password')
  return key
}

/** Types what somebody signs in with, and sends it, by keyboard. */
export async function signInWith(
  page: Page,
  { name, code, chosen = password }: { readonly name: string; readonly code: string; readonly chosen?: string },
): Promise<void> {
  await type(page, 'Your sign-in name', name)
  await type(page, 'Password', chosen)
  await type(page, 'Code', code)
  await press(page, 'button', 'Sign in')
}
