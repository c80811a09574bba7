// Where a thread begins, in JavaScript: before tsx is registered in it, a thread of Node 20 reads no TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
