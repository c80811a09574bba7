import { html, type TemplateResult } from 'lit'
import type { ReleasesAnswer } from '../../data/model/answers/releases.ts'
import type { RevisionsAnswer } from '../../data/model/answers/revisions.ts'
import { ask } from '../api-client/ask.ts'
import { link } from '../parts/link.ts'
import { methodLinks } from '../parts/method-link.ts'
import { table } from '../parts/table.ts'
import { type AboutTexts, aboutIn } from '../text/about/index.ts'
import { methodsIn } from '../text/method/index.ts'
import './about/definitions.ts'
import type { Context, View } from '../page/view.ts'
import { revisionsAsked, revisionsSection } from './about/revisions.ts'
import { sourcesSection } from './about/sources.ts'

export type About = { releases: ReleasesAnswer['releases']; revisions: RevisionsAnswer }

/** As many revisions as can be taken in; the files have them all. */
const SHOWN = 50

async function askAbout(context: Context): Promise<About> {
  const { lang, state } = context
  const [{ releases }, revisions] = await Promise.all([
    ask<ReleasesAnswer>('releases', {}, lang),
    ask<RevisionsAnswer>('revisions', { ...revisionsAsked(context), place: state.municipality, count: SHOWN }, lang),
  ])
  return { releases, revisions }
}

type Section = { id: string; title: string; body: TemplateResult }

function show(about: About, context: Context): TemplateResult {
  const words = aboutIn(context.lang)
  const sections = sectionsOf(about, words, context)
  return html`<header class="finding">
      <h1 tabindex="-1">${words.title}</h1>
      <p>${words.lead}</p>
    </header>
    <nav class="contents" aria-label=${words.contents}>
      <ul>
        ${sections.map(({ id, title }) => html`<li>${link(title, { at: id }, context)}</li>`)}
      </ul>
    </nav>
    ${sections.map(
      ({ id, title, body }) => html`<section class="chapter" id=${id} tabindex="-1" aria-labelledby=${`${id}-title`}>
        <h2 id=${`${id}-title`}>${title}</h2>
        ${body}
      </section>`,
    )}`
}

function sectionsOf({ releases, revisions }: About, words: AboutTexts, context: Context): Section[] {
  const sample = context.lists.release?.sample ?? false
  return [
    { id: 'sources', title: words.sources.title, body: sourcesSection(releases, context) },
    ...(sample ? [{ id: 'sample', title: words.sample.title, body: html`<p>${words.sample.detail}</p>` }] : []),
    { id: 'revisions', title: words.revisions.title, body: revisionsSection(revisions, context) },
    { id: 'terms', title: words.terms.title, body: terms(words) },
    {
      id: 'definitions',
      title: words.definitions.title,
      body: html`<js-definitions .context=${context}></js-definitions>`,
    },
    { id: 'protection', title: words.protection.title, body: protection(words, context) },
    { id: 'keyboard', title: words.keyboard.title, body: keyboard(words) },
    { id: 'accessibility', title: words.accessibility.title, body: accessibility(words) },
  ]
}

const terms = ({ terms: words }: AboutTexts) =>
  html`<dl class="pairs">
      <dt>${words.raw}</dt>
      <dd>${words.rawDetail}</dd>
      <dt>${words.own}</dt>
      <dd>${words.ownDetail}</dd>
    </dl>
    <p>${words.oj}</p>
    <p>${words.clients}</p>`

const protection = (words: AboutTexts, context: Context) =>
  html`<p>${methodsIn(context.lang).explained.protection.sentences.join(' ')}</p>
    <p>${words.protection.hidden}</p>
    <p>${methodLinks(['protection'], context)}</p>
    <ul>${(['personal-data', 'running'] as const).map((id) => html`<li>${link(context.texts.work[id], { view: id }, context)}</li>`)}</ul>`

const keyboard = ({ keyboard: { lead, caption, columns, rows } }: AboutTexts) =>
  html`<p>${lead}</p>
    ${table(caption, { columns: columns.map((label) => ({ label })), rows })}`

const listed = (items: readonly string[]) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

const accessibility = ({ accessibility: words }: AboutTexts) =>
  html`<p>${words.goal}</p>
    <h3>${words.testedTitle}</h3>
    ${listed(words.tested)}
    <h3>${words.lacksTitle}</h3>
    ${listed(words.lacks)}
    <p>${words.ask}</p>`

export const view: View<About> = {
  choosers: ['municipality'],
  ask: askAbout,
  title: (_, { lang }) => aboutIn(lang).title,
  show,
}
