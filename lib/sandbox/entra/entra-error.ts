import 'server-only'

/** A refusal of Entra ID before it is wrapped in an answer. `aadsts` lists the numbers, the cause last. */
export interface EntraError extends Error {
  readonly aadsts: readonly [number, ...number[]]
  readonly status: number
  readonly error: string
}

export const isEntraError = (value: unknown): value is EntraError => value instanceof Error && 'aadsts' in value

export const entraError = (
  aadsts: EntraError['aadsts'] | number,
  status: number,
  error: string,
  text: string,
): EntraError =>
  Object.assign(new Error(text), {
    aadsts: typeof aadsts === 'number' ? ([aadsts] as const) : aadsts,
    status,
    error,
  })
