import { createHash } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import type { Home } from '../data/store/home.ts'
import { checkAddress, sendProblem } from './errors.ts'
import type { Feature } from './features/feature.ts'
import { fileName, writers } from './formats/index.ts'
import { preferredLanguage, searchOf } from './language.ts'
import { noRelease, Problem } from './problem.ts'
import { type Question, readQuestion } from './question/read-question.ts'
import type { Keeper, Lease } from './release/keeper.ts'
import { version } from './version.ts'

type Service = { home: Home; keeper: Keeper }

/** Answers one feature: reads the question, leases the release, and sends the answer in the format asked for. */
export function answering(feature: Feature, service: Service): RequestHandler {
  return async (request, response) => {
    const preferred = preferredLanguage(request)
    response.vary('Accept-Language')
    const lease = await service.keeper.lease()
    try {
      checkAddress(request)
      const question = readQuestion(feature, searchOf(request), preferred)
      await answer(feature, service, question, lease, response)
    } catch (error) {
      if (!feature.refusal || !(error instanceof Problem) || !isAboutQuestion(error)) throw error
      sendProblem(response, new Problem('invalid-question', feature.refusal), preferred)
    } finally {
      lease.done()
    }
  }
}

const isAboutQuestion = ({ status }: Problem): boolean => status === 400 || status === 414

async function answer(feature: Feature, service: Service, question: Question, lease: Lease, response: Response) {
  const { language } = question
  response.set('Content-Language', language)
  const tag = feature.momentary ? null : tagOf(feature, service, question, lease)
  if (!feature.refusal && isKnown(response, tag)) return
  const made = await feature.respond({
    question: question.asked,
    language,
    home: service.home,
    served: lease.release,
    warning: lease.warning,
    get release() {
      if (!lease.release) throw noRelease()
      return lease.release
    },
  })
  // A question that might be refused has to be understood before the caller can have its answer already.
  if (feature.refusal && isKnown(response, tag)) return
  await send(feature, question, made, response)
}

/**
 * From release and normalised question, and the version that answers it; the same for every order of parameters and every way
 * to write a list: what was read has the order of the feature's schema.
 */
function tagOf(feature: Feature, { home }: Service, question: Question, lease: Lease): string {
  const { asked, language, format } = question
  const whole = [
    version,
    lease.release?.about.id ?? null,
    feature.edition?.(home) ?? null,
    feature.path,
    asked,
    language,
    format,
  ]
  return `W/"${createHash('sha256').update(JSON.stringify(whole)).digest('base64url').slice(0, 27)}"`
}

/** Sets the ETag; where the caller already has that answer, says so and is done. Without a tag nothing is kept. */
function isKnown(response: Response, tag: string | null): boolean {
  if (tag === null) {
    response.set('Cache-Control', 'no-store')
    return false
  }
  response.set('ETag', tag).set('Cache-Control', 'no-cache')
  const known = response.req.get('If-None-Match')?.split(',') ?? []
  const isMatch = known.some((one) => ['*', tag, tag.slice(2)].includes(one.trim()))
  if (isMatch) response.status(304).end()
  return isMatch
}

async function send(feature: Feature, { format, language }: Question, made: unknown, response: Response) {
  if (format === 'json') {
    response.type('application/json').send(Buffer.from(JSON.stringify(made)))
    return
  }
  const table = feature.table!(made, language)
  const { mediaType, write } = writers[format]
  const body = await write(table, language)
  response.set('Content-Disposition', `attachment; filename="${fileName(table, format)}"`)
  response.set('Content-Type', mediaType).send(body)
}
