import { asBasket, asLists, type Basket, EMPTY, isArrangedAs, type Picked } from '../basket/basket.ts'
import { forget, store, stored } from './stored.ts'

/**
 * Which figures stand where is kept under one key, each text that somebody writes under a key of its own: tabs do not see at
 * once what another has kept, so two that write in different places must never keep the same thing.
 */
const KEY = 'jamsides-basket'
const TITLE = `${KEY} title`
const INTRODUCTION = `${KEY} introduction`
const commentKey = ({ figure, query }: Picked) => `${KEY} comment ${figure} ${query}`

/** What the browser does not allow to be kept stays with the page. */
let held: Basket | undefined

/** The basket that this browser keeps at this moment; empty where it keeps nothing, or something else. */
export function keptBasket(): Basket {
  if (held) return held
  const { title, introduction, picked } = asBasket(stored(KEY)) ?? EMPTY
  return {
    title: storedText(TITLE) ?? title,
    introduction: storedText(INTRODUCTION) ?? introduction,
    picked: picked.map((one) => ({ ...one, comment: storedText(commentKey(one)) ?? one.comment })),
  }
}

function storedText(key: string): string | null {
  const text = stored(key)
  return typeof text === 'string' ? text : null
}

type Follower = (isElsewhere: boolean) => void
const followers = new Set<Follower>()

/** Changes the basket from how it is kept at this moment, and keeps only what the change has changed. */
export function changeKept(how: (now: Basket) => Basket): Basket {
  const before = keptBasket()
  const changed = how(before)
  held = keepChange(before, changed) ? undefined : changed
  for (const follow of followers) follow(false)
  return changed
}

function keepChange(before: Basket, changed: Basket): boolean {
  const texts: [string, string][] = [
    [TITLE, changed.title],
    [INTRODUCTION, changed.introduction],
    ...changed.picked.map((one): [string, string] => [commentKey(one), one.comment]),
  ]
  const isKept = texts.every(([key, text]) => storedText(key) === text || store(key, text))
  if (!isKept || isArrangedAs(before, changed)) return isKept
  const keys = texts.map(([key]) => key)
  for (const key of before.picked.map(commentKey)) if (!keys.includes(key)) forget(key)
  return store(KEY, asLists({ ...EMPTY, picked: changed.picked.map((one) => ({ ...one, comment: '' })) }))
}

/**
 * Tells of every change of the kept basket.
 * @param follow told whether another tab made it
 * @returns ends it
 */
export function followKept(follow: Follower): () => void {
  if (followers.size === 0) window.addEventListener('storage', heard)
  followers.add(follow)
  return () => {
    followers.delete(follow)
    if (followers.size === 0) window.removeEventListener('storage', heard)
  }
}

/** The key is null where everything was taken away at once. */
function heard({ key }: StorageEvent): void {
  if (key === null || key.startsWith(KEY)) for (const follow of followers) follow(true)
}
