import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { RouteAudience, RouteScope } from '../../../server/access/audience.ts'
import { assets } from '../../../dashboards/client/assets.ts'

const fileIn = (name: string): string =>
  join(import.meta.dirname, '../../../node_modules', name, 'build', `${name}.min.js`)
const scripts: Readonly<Record<string, string>> = Object.fromEntries(
  ['vega', 'vega-lite', 'vega-embed'].map((name) => [name, fileIn(name)]),
)

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="stylesheet" href="${assets.stylesheet}">${head}</head><body>${body}</body></html>`

/** A blank page, and one that draws some charts with vega-embed, behind the same sign-in. */
export function vegaPages(
  app: FastifyInstance,
  config: { audience: RouteAudience; scope: RouteScope },
  specs: readonly object[],
): void {
  const allowed =
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
  const texts = new Map(Object.entries(scripts).map(([name, file]) => [name, readFileSync(file, 'utf8')]))
  app.get('/bench/blank', { config }, (_, reply) => reply.type('text/html').send(page('', '<p>.</p>')))
  app.get<{ Params: { name: string } }>('/bench/script/:name', { config }, ({ params }, reply) =>
    reply
      .type('text/javascript')
      .header('cache-control', 'private, max-age=3600')
      .send(texts.get(params.name) ?? ''),
  )
  const drawn = `Promise.all(${JSON.stringify(specs)}.map((spec, at) => vegaEmbed('#c' + at, spec, { actions: false, renderer: 'svg' }))).then(() => requestAnimationFrame(() => setTimeout(() => { window.drawnAt = performance.now() })))`
  app.get('/bench/vega', { config }, (_, reply) =>
    reply
      .type('text/html')
      .header('content-security-policy', allowed)
      .send(
        page(
          Object.keys(scripts)
            .map((name) => `<script src="/bench/script/${name}"></script>`)
            .join(''),
          `${specs.map((_spec, at) => `<div id="c${at}"></div>`).join('')}<script>${drawn}</script>`,
        ),
      ),
  )
}
