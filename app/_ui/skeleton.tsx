/** Holds the place of something that is on its way. */
export function Skeleton({ className = 'h-4 w-full' }: { readonly className?: string }) {
  return <span aria-hidden="true" className={`block animate-pulse rounded-md bg-line ${className}`} />
}

interface SkeletonListProps {
  readonly label: string
  readonly count?: number
}

/** Cards on their way, with the words for those who do not see them pulse. */
export function SkeletonList({ label, count = 3 }: SkeletonListProps) {
  return (
    <div role="status" className="space-y-4">
      <span className="sr-only">{label}</span>
      {Array.from({ length: count }, (_, index) => index).map((place) => (
        <div key={place} className="space-y-3 rounded-2xl border border-line bg-surface p-6 shadow-lift">
          <Skeleton className="h-5 w-1/3" />
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      ))}
    </div>
  )
}
