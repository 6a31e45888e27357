import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problemPage, type ProblemView } from '../../dashboards/pages/problem.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { bareFrame } from './frame.ts'

/** Answers what cannot be answered: a page for people, JSON below `/api`. Nothing of an unforeseen fault is told. */
export function answerMistakes(app: FastifyInstance, context: Pick<Context, 'today' | 'sample'>): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, status: ProblemView['status'], detail: string | null) =>
    request.url.startsWith('/api/')
      ? reply.code(status).send({ status, detail })
      : reply
          .code(status)
          .type('text/html; charset=utf-8')
          .send(String(problemPage({ frame: bareFrame(request, context, ''), status, detail })))

  app.setNotFoundHandler({}, (request, reply) => answer(request, reply, 404, null))
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const { statusCode = 500, message } = error
    if (statusCode === 404 || statusCode === 403 || statusCode === 429)
      return answer(request, reply, statusCode, message)
    if (error instanceof Mistake && error.statusCode === 503) return answer(request, reply, 503, message)
    if (statusCode < 500) return answer(request, reply, 400, message)
    request.log.error({ fault: error.name, stack: error.stack }, 'unforeseen fault')
    return answer(request, reply, 500, null)
  })
}
