import type { Level } from '../../analytics/framework/level.ts'
import { html, type Html } from './html.ts'

/** A level as a word with its colour beside it; the colour alone says nothing. */
export const levelTag = (level: Level | null): Html =>
  level === null
    ? html`<span class="absent">Not rated</span>`
    : html`<span class="level level--${level.toLowerCase()}">${level}</span>`
