import 'server-only'
import type { EntityType } from './entity'

const namespace = 'Microsoft.VisualStudio.Services.Analytics.Model'

/** As much of an entity type as its description needs. */
export type Described = Pick<EntityType<never>, 'name' | 'key'> & {
  readonly properties: readonly { readonly name: string; readonly type: string }[]
  readonly navigations: readonly { readonly name: string; readonly target: string; readonly isCollection: boolean }[]
}

function typeXml({ name, key, properties, navigations }: Described): string {
  const columns = properties.map(
    (one) => `<Property Name="${one.name}" Type="${one.type}"${one.name === key ? ' Nullable="false"' : ''}/>`,
  )
  const ways = navigations.map(({ name: way, target, isCollection }) => {
    const type = `${namespace}.${target}`
    return `<NavigationProperty Name="${way}" Type="${isCollection ? `Collection(${type})` : type}"/>`
  })
  return `<EntityType Name="${name}"><Key><PropertyRef Name="${key}"/></Key>${columns.join('')}${ways.join('')}</EntityType>`
}

/** The description of all entity sets in OData's own language (CSDL 4.0). */
export function metadataXml(sets: Readonly<Record<string, Described>>): string {
  const types = new Map(Object.values(sets).map((type) => [type.name, type]))
  const entitySets = Object.entries(sets).map(
    ([name, type]) => `<EntitySet Name="${name}" EntityType="${namespace}.${type.name}"/>`,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    `<Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...[...types.values()].map(typeXml),
    `<EntityContainer Name="Container">${entitySets.join('')}</EntityContainer>`,
    '</Schema></edmx:DataServices></edmx:Edmx>',
  ].join('')
}
