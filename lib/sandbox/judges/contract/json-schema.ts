import 'server-only'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { SwaggerDocument, SwaggerSchema } from './swagger'

/** Under which the schemas of a document find each other. */
const documentId = 'document'

type JsonSchema = boolean | Readonly<Record<string, unknown>>

/** Kinds of text that stand for values, and values are never null in these documents. */
const valueFormats = ['date-time', 'uuid']

/** The service leaves out the fraction or the zone of some dates: those of the years 1 and 9999 have none. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)?$/

const knownFormats = new Set(['int32', 'int64', 'double', 'float', 'byte', ...valueFormats])

function scalar({ type, format }: SwaggerSchema): JsonSchema {
  const isValue = type !== 'string' || valueFormats.includes(format ?? '')
  const formatted = format !== undefined && knownFormats.has(format) ? { format } : {}
  return { type: isValue ? type : [type, 'null'], ...formatted }
}

/** All members of a definition, those of the definitions that it builds on included. */
function membersOf(schema: SwaggerSchema, document: SwaggerDocument): Record<string, SwaggerSchema> {
  const parents = (schema.allOf ?? []).map((parent) => resolved(parent, document))
  return Object.assign({}, ...parents.map((parent) => membersOf(parent, document)), schema.properties)
}

function resolved(schema: SwaggerSchema, document: SwaggerDocument): SwaggerSchema {
  const name = schema.$ref?.replace('#/definitions/', '')
  return name === undefined ? schema : (document.definitions[name] ?? {})
}

/** The documents say nothing of null; here whatever is a reference in .NET may be null, and no value. */
function converted(schema: SwaggerSchema, document: SwaggerDocument): JsonSchema {
  if (schema.$ref !== undefined) return { anyOf: [{ $ref: `${documentId}${schema.$ref}` }, { type: 'null' }] }
  if (schema.enum) return { enum: schema.enum }
  if (schema.type === 'array') return { type: ['array', 'null'], items: converted(schema.items ?? {}, document) }
  if (schema.type !== 'object' && schema.type !== undefined) return scalar(schema)
  return convertedObject(schema, document)
}

/** An object has no members but those that its document tells; one of which nothing is told may be anything. */
function convertedObject(schema: SwaggerSchema, document: SwaggerDocument): JsonSchema {
  const members = Object.entries(membersOf(schema, document))
  const others = schema.additionalProperties
  if (members.length === 0) {
    return others ? { type: ['object', 'null'], additionalProperties: converted(others, document) } : true
  }
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(([name, member]) => [name, converted(member, document)])),
    additionalProperties: others ? converted(others, document) : false,
  }
}

/**
 * What the service writes in another way than the documents show, wherever it occurs: links and properties are maps
 * themselves, without a member that holds the map, and the descriptor of an identity is one text (`{type};{identifier}`).
 */
const rewritten: Readonly<Record<string, JsonSchema>> = {
  ReferenceLinks: { type: 'object', additionalProperties: { type: ['object', 'array'] } },
  PropertiesCollection: { type: 'object' },
  IdentityDescriptor: { type: 'string', pattern: '^[^;]+;.+$' },
}

/** Compiles the schemas of one document. */
export function createCompiler(document: SwaggerDocument): (schema: SwaggerSchema) => ValidateFunction {
  const definitions = Object.fromEntries(
    Object.entries(document.definitions).map(([name, schema]) => [name, converted(schema, document)]),
  )
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: false })
  addFormats.default(ajv)
  ajv.addFormat('date-time', dateTime)
  ajv.addSchema({ $id: documentId, definitions: { ...definitions, ...rewritten } })
  return (schema) => ajv.compile({ allOf: [converted(schema, document)] })
}
