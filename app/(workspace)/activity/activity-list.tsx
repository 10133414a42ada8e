import { type ActivityEntry, activityTexts } from '#lib/activity/schema'
import { Moment } from '#ui/moment'

function Entry({ entry: { at, memberName, kind, subject } }: { readonly entry: ActivityEntry }) {
  return (
    <li className="flex flex-wrap gap-x-6 px-5 py-3 sm:px-6">
      <span className="shrink-0 basis-48 text-muted text-sm leading-6">
        <Moment iso={at} />
      </span>
      <p className="wrap-anywhere min-w-0 flex-1 basis-60">
        <span className="font-medium">{memberName}</span> {activityTexts[kind]}{' '}
        {subject && <span className="font-medium">{subject.name}</span>}
      </p>
    </li>
  )
}

export function ActivityList({ entries }: { readonly entries: readonly ActivityEntry[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-lift">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ul>
  )
}
