import dgram from 'node:dgram'
import net from 'node:net'

/** Makes every way out of this process to a network fail: what reads a stranger's file has nobody to talk to. */
export function closeNetwork(): void {
  const refuse = (): never => {
    throw new Error('no network in the checking process')
  }
  net.Socket.prototype.connect = refuse
  net.Server.prototype.listen = refuse
  dgram.Socket.prototype.bind = refuse
  dgram.Socket.prototype.send = refuse
}
