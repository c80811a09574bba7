import { asBasket, asLists, type Basket, EMPTY } from './basket/basket.ts'
import { readOwnGroup } from './own-group.ts'

const BASKET = 'jamsides-basket'
const GROUPS = 'jamsides-groups'
const MOST_GROUPS = 30

/** The basket that this browser keeps; empty where it keeps nothing, or something else. */
export const keptBasket = (): Basket => asBasket(read(BASKET)) ?? EMPTY

/** Keeps the basket; false where the browser does not allow it. */
export const keepBasket = (basket: Basket): boolean => write(BASKET, asLists(basket))

/** Ids of the own groups that this browser keeps, the latest first. */
export function keptGroups(): string[] {
  const given = read(GROUPS)
  return Array.isArray(given) ? given.filter((id) => typeof id === 'string' && readOwnGroup(id) !== null) : []
}

/** Keeps an own group first; one of the same name gives way. False where the browser does not allow it. */
export function keepGroup(id: string): boolean {
  return write(GROUPS, [id, ...othersThan(id)].slice(0, MOST_GROUPS))
}

export const forgetGroup = (id: string): boolean =>
  write(
    GROUPS,
    keptGroups().filter((kept) => kept !== id),
  )

function othersThan(id: string): string[] {
  const { name } = readOwnGroup(id) ?? { name: '' }
  return keptGroups().filter((kept) => kept !== id && (name === '' || readOwnGroup(kept)?.name !== name))
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
