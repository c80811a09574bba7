import { addressOf } from '../api-client/ask.ts'
import { type FigureSpec, sourcesOf } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'
import { embeddedFont } from './embedded-font.ts'
import { asPng, pictureOf } from './picture.ts'
import { csvOf, isClosed, shownTable } from './shown-table.ts'

/** What a figure can be saved as. */
export const FILES = ['png', 'svg', 'csv', 'xlsx', 'pptx', 'docx'] as const
export type File = (typeof FILES)[number]

/** A picture is never narrower than this, however narrow the page. */
const NARROWEST = 480

/** A figure with the choices under which it is shown, and how wide it is drawn on the page. */
export type Shown = { spec: FigureSpec; context: Context; width: number }

/** The figure as a file of that format. @throws Error where the figures cannot be fetched */
export async function fileOf(format: File, { spec, context, width }: Shown): Promise<Blob> {
  if (format === 'svg') return new Blob([await picture({ spec, context, width })], { type: 'image/svg+xml' })
  if (format === 'png') return asPng(await picture({ spec, context, width }))
  if (format === 'csv') return answerAs(format, spec, context)
  const { documentOf } = await import('./document.ts')
  return documentOf(format, [{ spec, context, comment: '' }], spec.finding)
}

/** Puts the figure's picture on the clipboard. @throws where the browser does not allow it */
export async function copyPicture(shown: Shown): Promise<void> {
  const png = picture(shown).then(asPng)
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
}

async function answerAs(format: 'csv', spec: FigureSpec, { lang }: Context): Promise<Blob> {
  const { resource, question } = spec.data
  const response = await fetch(addressOf(resource, question, lang, format))
  if (isClosed(response)) return csvOf(shownTable(spec, lang), lang)
  if (!response.ok) throw new Error(String(response.status))
  return response.blob()
}

async function picture({ spec, context: { texts }, width }: Shown): Promise<string> {
  const caption = {
    title: spec.finding,
    subtitle: spec.subtitle,
    key: spec.key ?? [],
    footer: `${sourcesOf(spec, texts)} · ${texts.brand}`,
    warning: spec.sample ? texts.sample : '',
  }
  return pictureOf(spec.chart(Math.max(NARROWEST, width)), caption, await embeddedFont())
}
