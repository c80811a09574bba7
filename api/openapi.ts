import { z } from 'zod'
import { Problem } from '../data/model/answers/problem.ts'
import { isForEveryone } from './access/rights.ts'
import { byPath, type Feature, isMomentary, methodOf } from './features/feature.ts'
import { writers } from './formats/index.ts'
import { shapeOf } from './question/read-question.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of all features, from the schemas that read the questions and describe the answers. */
export function openApi(features: readonly Feature[], version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jämsides',
      version,
      description:
        'Jämförelser av kommunernas socialtjänst. / Comparisons of the social services of Swedish municipalities.',
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries([...byPath(features)].map(([path, there]) => [path, atPath(there)])),
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        signIn: { type: 'apiKey', in: 'cookie', name: 'jamsides' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

const atPath = (there: readonly Feature[]): Json =>
  Object.fromEntries(there.map((feature) => [methodOf(feature), operationOf(feature)]))

/** `compare` for a question; `postUploadsIdApprove` for what is done. */
function operationIdOf(feature: Feature): string {
  const words = feature.path.slice(1).replaceAll(/[{}]/g, '').split(/[/-]/)
  const [first, ...rest] = methodOf(feature) === 'get' ? words : [methodOf(feature), ...words]
  return [first, ...rest.map((word) => word[0]!.toUpperCase() + word.slice(1))].join('')
}

function operationOf(feature: Feature): Json {
  return {
    operationId: operationIdOf(feature),
    summary: `${feature.summary.sv} / ${feature.summary.en}`,
    ...(!isForEveryone(feature.right) && { security: [{ signIn: [] }, { token: [] }] }),
    parameters: parametersOf(feature),
    ...bodyOf(feature),
    responses: {
      200: { description: 'Svaret / The answer', content: contentOf(feature) },
      ...(!isMomentary(feature) && { 304: { description: 'Oförändrat / Not modified' } }),
      default: {
        description: 'Fel / Error',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function bodyOf(feature: Feature): Json {
  if (feature.takesFile) return { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
  if (!feature.body) return {}
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(feature.body, 'input') } } },
  }
}

function contentOf(feature: Feature): Json {
  if (feature.deliver) return { [feature.deliver.mediaType]: {} }
  const json = { 'application/json': { schema: schemaOf(feature.answer, 'output') } }
  if (!feature.table) return json
  const files = Object.values(writers).map(({ mediaType }) => [mediaType, { schema: { type: 'string' } }])
  return { ...json, ...Object.fromEntries(files) }
}

function parametersOf(feature: Feature): Json[] {
  const schema = schemaOf(shapeOf(feature), 'input')
  const required = (schema.required ?? []) as string[]
  return Object.entries(schema.properties as Record<string, Json>).map(([name, { description, ...property }]) => ({
    name,
    in: feature.path.includes(`{${name}}`) ? 'path' : 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema: property,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, { io }) as Json
  return json
}
