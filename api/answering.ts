import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Settings } from '../data/settings.ts'
import type { Home } from '../data/store/home.ts'
import { isClosed } from '../data/store/manifest.ts'
import { type Gate, isOpenHere, letIn } from './access/guard.ts'
import type { Who } from './access/who.ts'
import { actor, noteExport } from './acting.ts'
import type { Crew } from './aside/crew.ts'
import type { Together } from './aside/together.ts'
import { answeredBy, isMuch, writtenBy } from './aside/written.ts'
import { checkAddress, sendProblem } from './errors.ts'
import { type Asked, type Feature, type HandIn, isMomentary } from './features/feature.ts'
import { deliver, encoded, type Finished, saysKnown, VARIES } from './finished.ts'
import { type Written, writtenAsJson } from './formats/written.ts'
import { preferredLanguage, searchOf } from './language.ts'
import { noRelease, Problem } from './problem.ts'
import { readBody } from './question/read-body.ts'
import { type Question, RELEASE_ID, readQuestion, readsRelease } from './question/read-question.ts'
import type { Lease } from './release/archive.ts'
import type { Keeper } from './release/keeper.ts'
import { version } from './version.ts'

export type Service = {
  home: Home
  settings: Settings
  keeper: Keeper
  gate: Gate
  handIn: HandIn
  finished: Finished
  crew: Crew
  /** Large answers that are being made. */
  together: Together<Written>
}
/** One request of a feature, under way. */
type Asking = { feature: Feature; service: Service; question: Question; lease: Lease; who: Who }

/** Answers one feature: asks who may, reads the question, leases the release, and sends the answer in the format asked for. */
export function answering(feature: Feature, service: Service): RequestHandler {
  return async (request, response) => {
    const preferred = preferredLanguage(request)
    response.vary(VARIES)
    let lease: Lease | undefined
    try {
      const earlier = earlierAsked(feature, request)
      lease = await service.keeper.lease(earlier, feature)
      if (earlier) refuseClosed(feature, service, lease)
      const who = await letIn(feature.right, request, service.gate, lease.release)
      checkAddress(request)
      const question = readQuestion(feature, searchOf(request), preferred, request.params)
      await answer({ feature, service, question, lease, who }, request, response)
    } catch (error) {
      if (!feature.refusal || !(error instanceof Problem) || !isAboutQuestion(error)) throw error
      sendProblem(response, new Problem('invalid-question', feature.refusal), preferred)
    } finally {
      lease?.done()
    }
  }
}

/** The earlier release that a question is to be answered from; null for the one in service. */
function earlierAsked(feature: Feature, request: Request): string | null {
  const asked = searchOf(request).get('release')
  return asked && readsRelease(feature) && RELEASE_ID.test(asked) ? asked : null
}

/**
 * Who or what was taken out of the follow-up is not to be read in an earlier release.
 * @throws Problem `invalid-question`
 */
function refuseClosed({ right }: Feature, { home, keeper }: Service, { release }: Lease): void {
  const id = release?.about.id
  if (right !== 'followup.read' || !id || id === keeper.settled || !isClosed(home, id)) return
  throw new Problem('invalid-question', {
    sv: 'Uppgifter ur ASI och UBU i den utgåvan har återtagits. De som gäller nu visas utan release.',
    en: 'Figures of ASI and UBU in that release have been withdrawn. Those that hold now are answered without release.',
  })
}

const isAboutQuestion = ({ status }: Problem): boolean => status === 400 || status === 414

async function answer(asking: Asking, request: Request, response: Response) {
  const { feature, question } = asking
  response.set('Content-Language', question.language)
  const keep = keepingOf(asking)
  if (!feature.refusal && isKnown(request, response, keep)) return
  if (isLarge(asking)) return sendWritten(asking, keep, await answeredAside(asking, response), request, response)
  const made = await feature.respond(askedOf(asking, request, response))
  // A question that might be refused has to be understood before the caller can have its answer already.
  if (feature.refusal && isKnown(request, response, keep)) return
  await send(asking, keep, made, request, response)
}

function askedOf({ feature, service, question, lease, who }: Asking, request: Request, response: Response) {
  const { home, keeper, settings, gate, handIn } = service
  const workspace = () => gate.holder.workspace()
  return {
    question: question.asked,
    body: readBody(feature, request),
    language: question.language,
    home,
    keeper,
    settings,
    who,
    gate,
    handIn,
    workspace,
    act: actor(feature, who, workspace),
    served: lease.release,
    warning: lease.warning,
    memory: { answers: service.finished.bytes, answersLimit: service.finished.limit },
    get release() {
      if (!lease.release) throw noRelease(lease.warning)
      return lease.release
    },
    http: { request, response },
  } satisfies Asked<unknown>
}

/** How an answer may be kept: by its tag, and by the browser of who asked only, unless anyone could have asked. */
type Keeping = { tag: string | null; isPrivate: boolean }

function keepingOf(asking: Asking): Keeping {
  const { feature, service, lease } = asking
  const isPrivate = !isOpenHere(feature.right, service.gate, lease.release)
  return { tag: isMomentary(feature) ? null : tagOf(asking), isPrivate }
}

/**
 * From release and normalised question, and the version that answers it; the same for every order of parameters and every way
 * to write a list: what was read has the order of the feature's schema.
 */
function tagOf({ feature, service: { home }, question, lease }: Asking): string {
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

/** Where the caller already has that answer, says so and is done. Without a tag nothing is kept. */
function isKnown(request: Request, response: Response, { tag, isPrivate }: Keeping): boolean {
  if (isPrivate) response.vary('Cookie').vary('Authorization')
  if (tag !== null) return saysKnown(request, response, tag, isPrivate)
  response.set('Cache-Control', 'no-store')
  return false
}

/** What is made by a thread, so that nobody waits for it but who asked. */
function isLarge({ feature, question, lease }: Asking): boolean {
  const cells = lease.release ? feature.cells?.(question.asked as never, lease.release) : undefined
  return cells !== undefined && isMuch(cells, question.format)
}

function answeredAside({ feature, service, question, lease }: Asking, response: Response): Promise<Written> {
  const { home, settings, crew, together } = service
  const limits = { seconds: settings.JAMSIDES_QUERY_SECONDS, memoryMb: settings.JAMSIDES_API_MEMORY_MB }
  const put = { ...question, path: feature.path, reading: { home, about: lease.release!.about, ...limits } }
  return answeredBy({ crew, isWanted: () => !response.destroyed }, together, put)
}

async function send(asking: Asking, keep: Keeping, made: unknown, request: Request, response: Response) {
  const { feature, service } = asking
  if (feature.deliver) return feature.deliver.send(made, response, service.gate.address)
  await sendWritten(asking, keep, await writtenAs(asking, made, response), request, response)
}

async function sendWritten(
  asking: Asking,
  { tag, isPrivate }: Keeping,
  written: Written,
  request: Request,
  response: Response,
) {
  const { feature, lease, service } = asking
  const whole = await encoded(request, { ...written, tag, language: asking.question.language })
  const isKept = tag !== null && !isPrivate && !feature.edition
  if (isKept && lease.release) service.finished.keep(lease.release.about.id, request, whole)
  deliver(request, response, whole)
}

/** The answer in the format asked for. */
async function writtenAs(
  { feature, question, service, who }: Asking,
  made: unknown,
  response: Response,
): Promise<Written> {
  const { format, language } = question
  if (format === 'json') return writtenAsJson(made)
  const by = { crew: service.crew, isWanted: () => !response.destroyed }
  const written = await writtenBy(by, feature.table!(made, language), format, language)
  await noteExport(feature, who, format, () => service.gate.holder.workspace())
  return written
}
