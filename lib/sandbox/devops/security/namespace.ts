import 'server-only'

interface Action {
  readonly bit: number
  readonly name: string
  readonly displayName: string
}

/** Something that permissions are given for; what it is about is told by a token, whose parts are parted by the separator. */
export interface SecurityNamespace {
  readonly id: string
  readonly name: string
  readonly displayName: string | null
  readonly separator: string
  readonly writePermission: number
  readonly readPermission: number
  readonly dataspaceCategory: string
  readonly extensionType: string | null
  readonly isRemotable: boolean
  readonly useTokenTranslator: boolean
  readonly systemBitMask: number
  /** The actions of some do not name the namespace. */
  readonly isNamedByActions: boolean
  readonly actions: readonly Action[]
}

type Row = readonly [bit: number, name: string, displayName: string]

export const actions = (...rows: readonly Row[]): Action[] =>
  rows.map(([bit, name, displayName]) => ({ bit, name, displayName }))
