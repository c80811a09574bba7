import { z } from 'zod'
import { Problem } from '../data/model/answers/problem.ts'
import type { Feature } from './features/feature.ts'
import { writers } from './formats/index.ts'
import { everywhere } from './question/read-question.ts'

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
    paths: Object.fromEntries(features.map((feature) => [feature.path, { get: operationOf(feature) }])),
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  }
}

function operationOf(feature: Feature): Json {
  return {
    operationId: feature.path.slice(1),
    summary: `${feature.summary.sv} / ${feature.summary.en}`,
    parameters: parametersOf(feature),
    responses: {
      200: { description: 'Svaret / The answer', content: contentOf(feature) },
      ...(!feature.momentary && { 304: { description: 'Oförändrat / Not modified' } }),
      default: {
        description: 'Fel / Error',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function contentOf(feature: Feature): Json {
  const json = { 'application/json': { schema: schemaOf(feature.answer, 'output') } }
  if (!feature.table) return json
  const files = Object.values(writers).map(({ mediaType }) => [mediaType, { schema: { type: 'string' } }])
  return { ...json, ...Object.fromEntries(files) }
}

function parametersOf(feature: Feature): Json[] {
  const schema = schemaOf(z.object({ ...feature.parameters.shape, ...everywhere(feature) }), 'input')
  const required = (schema.required ?? []) as string[]
  return Object.entries(schema.properties as Record<string, Json>).map(([name, { description, ...property }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema: property,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, { io }) as Json
  return json
}
