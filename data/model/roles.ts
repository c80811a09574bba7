import type { Localized } from './localized.ts'

/** What somebody is in the work with the figures. One account may have several roles. */
export const ROLES = ['viewer', 'controller', 'manager', 'analyst', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** What a role holds for: a municipality, a group of municipalities, or the whole of it. */
export type Scope = 'municipality' | 'group' | null

export const SCOPE_OF: Record<Role, Scope> = {
  viewer: null,
  controller: null,
  manager: 'municipality',
  analyst: 'group',
  administrator: null,
}

export const ROLE_NAMES: Record<Role, Localized> = {
  viewer: { sv: 'läsare', en: 'viewer' },
  controller: { sv: 'kvalitetscontroller', en: 'quality controller' },
  manager: { sv: 'dataansvarig', en: 'data manager' },
  analyst: { sv: 'FoU-analytiker', en: 'FoU analyst' },
  administrator: { sv: 'administratör', en: 'administrator' },
}
