import { Agent, get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/** Connections that are kept, as a browser keeps them. */
export const connections = (most: number): Agent => new Agent({ keepAlive: true, maxSockets: most })

/** Asks and reads the answer to its end, packed as a browser gets it, without unpacking it: what the service takes, not the client. */
export async function asked(address: string, agent: Agent): Promise<void> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { agent, headers: { 'Accept-Encoding': 'br, gzip' } }, resolve).once('error', reject)
  })
  if (response.statusCode !== 200) throw new Error(`${address}: ${response.statusCode} ${await text(response)}`)
  await new Promise((resolve) => response.resume().once('end', resolve))
}
