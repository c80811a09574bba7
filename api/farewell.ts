import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/**
 * Ends a server without cutting an answer: new connections are refused, what is under way is sent to its last byte,
 * connections that wait for a question are closed. Node's own `close` destroys connections whose answer is written but
 * not yet flushed.
 */
export class Farewell {
  /** Every open connection with the answers that are under way on it. */
  readonly #answers = new Map<Socket, Set<ServerResponse>>()
  readonly #server: Server
  #isLeaving = false

  constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket: Socket) => this.#meet(socket))
    server.prependListener('request', (request, response) => this.#begin(request, response))
  }

  /** @param patienceMs after which what is still under way is cut off */
  async leave(patienceMs: number): Promise<void> {
    this.#isLeaving = true
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(this.#server, () => resolve()))
    this.#server.emit('leaving')
    for (const [socket, answers] of this.#answers) {
      for (const answer of answers) sayLast(answer)
      if (answers.size === 0) socket.destroy()
    }
    const impatience = setTimeout(() => this.#server.closeAllConnections(), patienceMs)
    await closed
    clearTimeout(impatience)
  }

  #meet(socket: Socket): void {
    this.#answers.set(socket, new Set())
    socket.once('close', () => this.#answers.delete(socket))
  }

  #begin({ socket }: IncomingMessage, response: ServerResponse): void {
    if (this.#isLeaving) sayLast(response)
    this.#answers.get(socket)?.add(response)
    const end = () => this.#end(socket, response)
    response.once('finish', end).once('close', end)
  }

  #end(socket: Socket, response: ServerResponse): void {
    const answers = this.#answers.get(socket)
    answers?.delete(response)
    if (this.#isLeaving && answers?.size === 0) socket.end()
  }
}

function sayLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}
