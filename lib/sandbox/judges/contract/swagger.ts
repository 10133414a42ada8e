import 'server-only'

/** What of a Swagger 2 document the contract needs. */
export interface SwaggerSchema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly items?: SwaggerSchema
  readonly properties?: Readonly<Record<string, SwaggerSchema>>
  readonly additionalProperties?: SwaggerSchema
  readonly allOf?: readonly SwaggerSchema[]
}

interface SwaggerParameter {
  readonly $ref?: string
  readonly name?: string
  readonly in?: string
  readonly required?: boolean
  readonly description?: string
}

export interface SwaggerOperation {
  readonly operationId: string
  readonly parameters: readonly SwaggerParameter[]
  readonly responses: Readonly<Record<string, { readonly schema?: SwaggerSchema }>>
}

type Paths = Readonly<Record<string, Readonly<Record<string, SwaggerOperation>>>>

export interface SwaggerDocument {
  readonly host: string
  readonly paths: Paths
  /** Paths that differ in their query only. */
  readonly 'x-ms-paths'?: Paths
  readonly definitions: Readonly<Record<string, SwaggerSchema>>
  readonly parameters: Readonly<Record<string, SwaggerParameter>>
}
