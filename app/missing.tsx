import { Icon } from '#ui/icon'
import { LinkButton } from '#ui/link-button'

export function Missing() {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-4 py-16 text-center">
      <span className="flex size-14 items-center justify-center rounded-full bg-accent-soft text-accent-ink">
        <Icon name="search" className="size-7" />
      </span>
      <h1 className="font-semibold text-2xl tracking-tight">There is nothing here</h1>
      <p className="text-muted">It was removed, it belongs to another workspace, or the address is mistyped.</p>
      <div className="flex gap-2">
        <LinkButton href="/" variant="primary">
          Go to the start page
        </LinkButton>
        <LinkButton href="/help">Help</LinkButton>
      </div>
    </div>
  )
}
