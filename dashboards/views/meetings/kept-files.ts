import type { ActionsAnswer, JudgedAction } from '../../../data/model/answers/meetings.ts'
import { pickedFigure } from '../../basket/picked-figure.ts'
import { described } from '../../exports/described.ts'
import type { ExportedFigure } from '../../exports/figure.ts'
import { fileName } from '../../exports/file-name.ts'
import type { TextSlide } from '../../exports/powerpoint.ts'
import { isDone } from '../../meetings/request.ts'
import { titleOf } from './card-body.ts'
import { linesOf } from './card-lines.ts'
import { factsOf, minutesOf, noteLine, type Told } from './minutes.ts'
import { laidFor, matOf } from './placemat.ts'
import { municipalitiesOf, type Room } from './room-parts.ts'

/** What a session is carried away as. */
export const FILES = ['docx', 'pdf', 'pptx', 'xlsx', 'zip'] as const
export type KeptFile = (typeof FILES)[number]

/** @throws Error where what is needed cannot be fetched */
export async function keptFile(file: KeptFile, room: Room): Promise<Blob> {
  if (file === 'zip') return placematsAsZip(room)
  const told = await toldOf(room, file !== 'xlsx')
  if (file === 'docx') return (await import('../../exports/minutes-word.ts')).minutesAsWord(minutesOf(room, told))
  if (file === 'pdf') return (await import('../../exports/minutes-pdf.ts')).minutesAsPdf(minutesOf(room, told))
  return file === 'pptx' ? asPowerpoint(room, told) : asWorkbook(room, told.own)
}

/** Figures and actions as they stand. Each figure is drawn in turn, since its picture takes memory. */
async function toldOf(room: Room, withFigures: boolean): Promise<Told> {
  const { live, context } = room
  const figures = new Map<string, ExportedFigure>()
  for (const { id, body } of withFigures ? live.cards : []) {
    if (body.content.kind !== 'figure') continue
    const picked = await pickedFigure(
      { query: body.content.query, figure: body.content.figure, comment: '' },
      context,
    ).catch(() => null)
    if (picked) figures.set(id, await described(picked.spec, picked.context))
  }
  const reply = await live.ask('GET', 'judged-actions')
  if (!isDone(reply)) throw new Error(String(reply.status))
  const { previous, own } = reply.body as unknown as Record<'previous' | 'own', ActionsAnswer>
  const actions = { previous: previous.actions, own: own.actions }
  const lines = new Map<string, string[]>()
  for (const card of withFigures ? live.cards : []) lines.set(card.id, await linesOf(card, room, actions))
  return { figures, lines, ...actions }
}

/** A slide a card, with native charts; what was said and what the speaker wanted to say stands in the notes. */
async function asPowerpoint(room: Room, { figures, own, lines }: Told): Promise<Blob> {
  const { live, context, words } = room
  const slides = live.cards.map((card): ExportedFigure | TextSlide => {
    const { content, speaker } = card.body
    const spoken = [
      speaker,
      ...live
        .notesAt(card.id)
        .filter(({ body }) => !body.hidden)
        .map((note) => noteLine(note, room)),
    ]
      .filter(Boolean)
      .join('\n')
    const figure = figures.get(card.id)
    if (figure) return { ...figure, spoken }
    const text = 'text' in content ? (live.filled[card.id] ?? content.text) : ''
    const told = lines.get(card.id) ?? []
    const options = content.kind === 'vote' && told.length === 0 ? content.options : told
    return {
      lang: context.lang,
      heading: titleOf(card, room),
      text: [text, ...options.map((option) => `• ${option}`)].filter(Boolean).join('\n'),
      spoken,
    }
  })
  const last: TextSlide = {
    lang: context.lang,
    heading: words.minutes.actions,
    text:
      own
        .map(({ name, action }) => `• ${name}: ${action.text}${action.owner ? ` (${action.owner})` : ''}`)
        .join('\n') || words.minutes.noActions,
    spoken: '',
  }
  const { powerpoint } = await import('../../exports/powerpoint.ts')
  return powerpoint([...slides, last], live.meeting.title, {
    name: '',
    introduction: live.meeting.purpose,
    facts: factsOf(room),
  })
}

async function asWorkbook({ words }: Room, own: readonly JudgedAction[]): Promise<Blob> {
  const { sheetOf } = await import('../../exports/actions-workbook.ts')
  const { decide } = words
  const columns = [
    decide.municipality,
    decide.goal,
    decide.text,
    decide.owner,
    decide.due,
    decide.status,
    decide.indicator,
    decide.from,
    decide.startValue,
    decide.to,
    decide.direction,
    decide.size,
    decide.because,
    words.decide.decided,
    decide.verdict,
    decide.verdictWhy,
  ]
  const rows = own.map(({ name, action, about, word, sentence }) => [
    name,
    action.goal,
    action.text,
    action.owner,
    action.due,
    decide.statuses[action.status],
    about?.title ?? null,
    action.expectation?.from ?? null,
    action.expectation?.baseline ?? null,
    action.expectation?.period ?? null,
    action.expectation ? decide.directions[action.expectation.direction] : null,
    action.expectation?.size ?? null,
    action.because,
    action.decided ? decide.decisions[action.decided] : null,
    word,
    sentence,
  ])
  return sheetOf(words.overview.title, columns, rows)
}

/** A PDF for each municipality, each with its own marked. */
async function placematsAsZip(room: Room): Promise<Blob> {
  const [{ default: Zip }, { placematAsPdf }] = await Promise.all([
    import('jszip'),
    import('../../exports/placemat-pdf.ts'),
  ])
  const zip = new Zip()
  const { words, live, context } = room
  for (const [code, name] of municipalitiesOf(room)) {
    const figures = await laidFor(code, matOf(room), context.lang)
    const warning = live.release?.sample ? context.texts.sample : ''
    const mat = {
      title: live.meeting.title,
      lead: words.placemat.lead(name),
      write: words.placemat.write,
      warning,
      figures,
    }
    zip.file(`${fileName(name)}.pdf`, await placematAsPdf(mat))
  }
  return zip.generateAsync({ type: 'blob', compression: 'DEFLATE' })
}
