import type { Settings } from '../../data/settings.ts'
import type { Grant } from '../../data/workspace/accounts.ts'
import type { OpenRelease } from '../release/open-release.ts'

type Example = { id: string; name: string; grants: readonly [Grant] }

/** Accounts that are there for the asking where the data are invented and the service is one's own computer's. */
export const EXAMPLES: readonly Example[] = [
  { id: 'example-viewer', name: 'Vera Läsare', grants: [{ role: 'viewer', scope: '' }] },
  { id: 'example-controller', name: 'Klara Controller', grants: [{ role: 'controller', scope: '' }] },
  { id: 'example-manager', name: 'Sara Solna', grants: [{ role: 'manager', scope: '0184' }] },
  { id: 'example-neighbour', name: 'Stina Sundbyberg', grants: [{ role: 'manager', scope: '0183' }] },
  { id: 'example-analyst', name: 'Frida FoU', grants: [{ role: 'analyst', scope: 'fou-nordvast' }] },
  { id: 'example-administrator', name: 'Adam Administratör', grants: [{ role: 'administrator', scope: '' }] },
]

/** Where the roles of an example account come from: it is nobody where examples are not offered. */
export const FROM_EXAMPLE = 'example'

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** Only in a sample, and only where nobody else can reach the service: no address of its own, no proxy in front. */
export function offersExamples(settings: Settings, served: OpenRelease | null): boolean {
  const { HOST, JAMSIDES_ADDRESS, JAMSIDES_TRUSTED_HOPS } = settings
  return served?.about.sample === true && LOOPBACK.includes(HOST) && !JAMSIDES_ADDRESS && JAMSIDES_TRUSTED_HOPS === 0
}
