import { asBasket, asLists, type Basket, EMPTY } from '../basket/basket.ts'
import { store, stored } from './stored.ts'

const KEY = 'jamsides-basket'

/** The basket that this browser keeps; empty where it keeps nothing, or something else. */
export const keptBasket = (): Basket => asBasket(stored(KEY)) ?? EMPTY

/** Keeps the basket; false where the browser does not allow it. */
export const keepBasket = (basket: Basket): boolean => store(KEY, asLists(basket))
