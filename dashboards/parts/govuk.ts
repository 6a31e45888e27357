import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nunjucks from 'nunjucks'
import { raw, type Html } from './html.ts'

const manifest = createRequire(import.meta.url).resolve('govuk-frontend/package.json')
const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader(join(dirname(manifest), 'dist')), {
  autoescape: true,
})

/**
 * A component of the GOV.UK Design System, made by its own template. What is given as `text` is escaped by it; what is
 * given as `html` must be markup. For example, `govuk('tag', { text: 'Lapsed' })`.
 */
export const govuk = (name: string, params: object): Html =>
  raw(templates.render(`govuk/components/${name}/template.njk`, { params }).trim())
