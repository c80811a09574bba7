import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import express from 'express'

/** The lightest that Express can do: the bytes of one file, out of memory, to everybody. */
const body = readFileSync(process.argv[2]!)
const app = express()
app.disable('x-powered-by')
app.get('/', (_, response) => {
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', body.length)
  response.end(body)
})
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
