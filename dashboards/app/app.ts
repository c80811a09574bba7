import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Me } from '../../data/model/answers/me.ts'
import { correctedState } from '../address/corrected-state.ts'
import { carried } from '../address/entry.ts'
import { namedIn } from '../address/named-indicators.ts'
import { changedState, readState, type State, writeState } from '../address/state.ts'
import { AskError, answerInstead, forgetAnswers, readFrom } from '../api-client/ask.ts'
import { withNamed } from '../api-client/further-indicators.ts'
import { fetchLists, forgetLists } from '../api-client/lists.ts'
import { fetchMe, SOMEBODY_ELSE } from '../api-client/me.ts'
import { NEW_RELEASE } from '../api-client/release-change.ts'
import { keepChoice, keptChoice } from '../browser-storage/last-choice.ts'
import { withOwnGroups } from '../browser-storage/own-groups.ts'
import { forgetOld, keepFor } from '../offline/kept-answers.ts'
import type { Context, View } from '../page/view.ts'
import { choosers } from '../parts/choosers.ts'
import { failure, isRefused, loading, message, refusal } from '../parts/messages.ts'
import { type Texts, textsIn } from '../text/index.ts'
import { openView } from '../views/index.ts'
import { masthead } from './masthead.ts'

type Filled = { body: TemplateResult; title: string; ownChoosers?: TemplateResult | undefined }
type Page = Filled & { context: Context; view: View<unknown>; notices: string[] }

const FOLLOW_UP = ['asi', 'ubu']

/** The frame: header, choosers and the view that the address names. */
class App extends LitElement {
  static override properties = {
    page: { state: true },
    state: { state: true },
    busy: { state: true },
    said: { state: true },
    me: { state: true },
  }
  declare page: Page | undefined
  declare state: State
  declare busy: boolean
  declare said: string
  declare me: Me | null
  #asked = 0
  #failed: TemplateResult | undefined

  constructor() {
    super()
    this.state = readState(location.search)
    this.busy = true
    this.said = ''
    this.me = null
  }

  override createRenderRoot() {
    this.replaceChildren()
    return this
  }

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener('popstate', this.#travelled)
    window.addEventListener(NEW_RELEASE, this.#renewed)
    window.addEventListener(SOMEBODY_ELSE, this.#lookWho)
    window.addEventListener('keydown', this.#shortcut)
    void forgetOld()
    this.#recall()
    void this.#open('arrived')
    this.#lookWho()
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('popstate', this.#travelled)
    window.removeEventListener(NEW_RELEASE, this.#renewed)
    window.removeEventListener(SOMEBODY_ELSE, this.#lookWho)
    window.removeEventListener('keydown', this.#shortcut)
  }

  #travelled = () => {
    this.state = readState(location.search)
    void this.#open('moved')
  }

  /** Another release is served: what was kept is of the old one, so all of it is asked for again. */
  #renewed = () => {
    forgetAnswers()
    forgetLists()
    void this.#open('stayed')
  }

  /** Nothing waits for who one is: the head of the page says so when it is known. */
  #lookWho = () => {
    void fetchMe(this.state.lang).then((me) => {
      this.me = me
    })
  }

  /** Someone who comes back to the bare address finds the municipality chosen last time. */
  #recall() {
    const choice = location.search === '' ? keptChoice() : null
    if (!choice) return
    this.state = { ...this.state, ...choice }
    history.replaceState(null, '', writeState(this.state))
  }

  #go = (change: Partial<State>) => {
    const before = this.state
    this.state = changedState(before, change)
    const address = writeState(this.state)
    if (address !== writeState(before)) history.pushState(carried(), '', address)
    if ('municipality' in change || 'group' in change || 'mine' in change) keepChoice(this.state)
    void this.#open(this.state.view === before.view ? 'stayed' : 'moved')
  }

  /** Only for the page at hand: who has turned another one meanwhile keeps its address. */
  #noteOn = (view: string) => (change: Partial<State>, title: string, isStep: boolean) => {
    if (this.state.view !== view) return
    const before = writeState(this.state)
    this.state = changedState(this.state, change)
    const address = writeState(this.state)
    history[isStep && address !== before ? 'pushState' : 'replaceState'](carried(), '', address)
    document.title = `${title} – Jämsides`
  }

  #href = (change: Partial<State>) => writeState(changedState(this.state, change))

  /** Fetches what the state asks for and shows it; a later request overtakes an earlier one. */
  async #open(how: 'arrived' | 'moved' | 'stayed') {
    const mine = ++this.#asked
    this.busy = true
    document.documentElement.lang = this.state.lang
    try {
      const page = await this.#turnTo(this.state)
      if (mine !== this.#asked) return
      this.page = page
      this.#failed = undefined
      document.title = `${page.title} – Jämsides`
      this.said = how === 'arrived' ? '' : page.title
    } catch (error) {
      if (mine !== this.#asked) return
      if (!(error instanceof AskError)) console.error(error)
      this.#failed = failure(error, textsIn(this.state.lang), () => void this.#open('stayed'))
      document.title = 'Jämsides'
    }
    this.busy = false
    await this.updateComplete
    if (how === 'arrived') void whenDrawn(() => fetchSearch().catch(() => {}))
    if (how === 'moved' || this.state.at !== '') this.#beginPage()
  }

  /** At the place that the address points at; else at the top. */
  #beginPage() {
    const place = this.state.at === '' ? null : this.querySelector<HTMLElement>(`main [id="${this.state.at}"]`)
    if (place) place.scrollIntoView()
    else window.scrollTo(0, 0)
    const begin = place ?? this.querySelector<HTMLElement>('main h1')
    begin?.focus({ preventScroll: true })
  }

  async #turnTo(wanted: State): Promise<Page> {
    keepFor(wanted.meeting || null)
    if (wanted.meeting === '') {
      readFrom(null)
      answerInstead(null)
    }
    const texts = textsIn(wanted.lang)
    const [fetched, view] = await Promise.all([fetchLists(wanted.lang), openView(wanted.view).catch(outdated)])
    const named = await withNamed(fetched, namedIn(wanted), wanted.lang)
    const lists = withOwnGroups(named, wanted.group, texts.choose.unnamedGroup)
    const { state, notices } = correctedState(wanted, lists, texts)
    const choices = { go: this.#go, note: this.#noteOn(wanted.view), href: this.#href }
    const context: Context = { state, lang: state.lang, texts, lists, ...choices, openView }
    const filled = await fill(view, context)
    return { context, view, notices, ...filled }
  }

  override render() {
    const texts = textsIn(this.state.lang)
    return html`<a class="skip" href="#content" @click=${this.#skip}>${texts.skip}</a>
      ${masthead({ state: this.state, texts, href: this.#href, go: this.#go, me: this.me }, this.#search)}
      ${this.page?.context.lists.release?.sample ? html`<aside class="sample" aria-label=${texts.sampleLabel}>${texts.sample}</aside>` : nothing}
      ${this.#published(texts)}
      ${this.page?.context.lists.isOther ? html`<aside class="sample" aria-label=${texts.sampleLabel}>${texts.otherRelease}</aside>` : nothing}
      <p class="visually-hidden" role="status">${this.said}</p>
      <div class="page">
        ${guard([this.page], () => this.#choosers())}
        <main id="content" tabindex="-1" class=${this.busy ? 'busy' : ''} aria-busy=${this.busy}>
          ${this.page?.notices.map((notice) => html`<p class="notice" role="note">${notice}</p>`)} ${this.#body()}
        </main>
      </div>`
  }

  /** Over figures out of client extracts that anybody may see, because the operator wants it so. */
  #published({ published }: Texts) {
    if (!this.me?.publishesFollowUp || !FOLLOW_UP.includes(this.state.view)) return nothing
    return html`<aside class="sample" aria-label=${published}>${published}</aside>`
  }

  #choosers() {
    return this.page ? choosers(this.page.view.choosers, this.page.context, this.page.ownChoosers) : nothing
  }

  #body(): TemplateResult {
    if (this.#failed && !this.busy) return this.#failed
    return this.page ? this.page.body : loading(textsIn(this.state.lang))
  }

  #search = async () => {
    const { openSearch } = await fetchSearch()
    if (this.page) openSearch(this.page.context)
  }

  #shortcut = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    void this.#search()
  }

  #skip = (event: Event) => {
    event.preventDefault()
    this.querySelector<HTMLElement>('main h1, #content')?.focus()
  }
}

/** Fetched before it is asked for, so that who writes at once behind Ctrl+K loses no letter. */
const fetchSearch = () => import('../search/search-box.ts')

const LOOK_EVERY_MS = 1000

/** When no figure has been under way for a while: nothing that one needs waits for it. */
async function whenDrawn(act: () => void): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    quiet = document.querySelector('main[aria-busy="true"], main [aria-busy="true"]') ? 0 : quiet + 1
  }
  act()
}

/** The body and title of a view: its answer, or what is lacking before it can be asked. */
async function fill(view: View<unknown>, context: Context): Promise<Filled> {
  const { texts, state, lists } = context
  if (lists.release === null && !view.standsAlone)
    return lacking(texts.state.noReleaseTitle, texts.state.noReleaseDetail)
  if (state.municipality === '' && view.needsMunicipality?.(state))
    return lacking(texts.state.chooseTitle, texts.state.chooseDetail)
  try {
    const answer = await view.ask(context)
    return {
      body: view.show(answer, context),
      title: view.title(answer, context),
      ownChoosers: view.ownChoosers?.(answer, context),
    }
  } catch (error) {
    if (isRefused(error)) return refusal(error, texts)
    throw error
  }
}

/** A part of the page that cannot be fetched belongs to a version that is no longer served, or the contact is lost. */
function outdated(): never {
  throw new AskError(navigator.onLine ? 'outdated' : 'offline', '')
}

const lacking = (title: string, detail: string) => ({ title, body: message(title, detail) })

customElements.define('jamsides-app', App)
