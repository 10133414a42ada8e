'use client'
import type { WorkItemDetail, WorkItemRelation } from '#lib/work-items/schema'
import { Badge } from '#ui/badge'
import { BareButton } from '#ui/button'
import { Icon } from '#ui/icon'
import { fieldText, nameOfReference } from './field-text'

interface ItemDetailProps {
  readonly item: WorkItemDetail
  readonly onOpen: (id: number) => void
}

function Fields({ item }: Pick<ItemDetailProps, 'item'>) {
  return (
    <dl className="divide-y divide-line border-line border-y">
      {item.fields.map(({ referenceName, name, value }) => (
        <div key={referenceName} className="grid grid-cols-[8.5rem_1fr] gap-3 py-1.5 text-sm">
          <dt className="wrap-anywhere text-muted" title={referenceName}>
            {name}
          </dt>
          <dd className="wrap-anywhere min-w-0">{fieldText(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function RichText({ referenceName, html }: { readonly referenceName: string; readonly html: string }) {
  return (
    <section>
      <h3 className="mb-1 font-semibold">{nameOfReference(referenceName)}</h3>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: lib/work-items sanitises it before it leaves the server */}
      <div className="rich-text text-sm" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  )
}

function Relation({ relation, onOpen }: { readonly relation: WorkItemRelation } & Pick<ItemDetailProps, 'onOpen'>) {
  const { name, url, workItemId, comment } = relation
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 py-1.5 text-sm">
      <span className="min-w-24 text-muted">{name}</span>
      {workItemId === undefined ? (
        <span className="wrap-anywhere min-w-0 flex-1">{comment ?? url}</span>
      ) : (
        <BareButton onClick={() => onOpen(workItemId)} className="prose-link inline-flex min-h-6 min-w-6 items-center">
          #{workItemId}
        </BareButton>
      )}
    </li>
  )
}

function Relations({ item, onOpen }: ItemDetailProps) {
  if (item.relations.length === 0) return null
  return (
    <section>
      <h3 className="mb-1 font-semibold">Links</h3>
      <ul className="divide-y divide-line">
        {item.relations.map((relation) => (
          <Relation key={`${relation.name} ${relation.url}`} relation={relation} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  )
}

export function ItemDetail({ item, onOpen }: ItemDetailProps) {
  return (
    <article className="space-y-5">
      <header className="space-y-2 pr-10">
        <p className="text-muted text-sm">
          {item.type} #{item.id} in {item.project}
        </p>
        <h2 className="wrap-anywhere font-semibold text-xl">{item.title}</h2>
        <p className="flex flex-wrap items-center gap-3">
          <Badge tone="accent">{item.state}</Badge>
          <a
            href={item.webUrl}
            target="_blank"
            rel="noreferrer"
            className="prose-link inline-flex min-h-6 items-center gap-1 text-sm"
          >
            Open in Azure DevOps <Icon name="external" className="size-3.5" />
            <span className="sr-only">(new tab)</span>
          </a>
        </p>
      </header>
      {Object.entries(item.html).map(([referenceName, html]) => (
        <RichText key={referenceName} referenceName={referenceName} html={html} />
      ))}
      <Relations item={item} onOpen={onOpen} />
      <section>
        <h3 className="mb-2 font-semibold">Fields</h3>
        <Fields item={item} />
      </section>
    </article>
  )
}
