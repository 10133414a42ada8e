/** The mark: a sealed sheet. The favicon `app/icon.svg` is the same drawing. */
export function BrandMark({ className = 'size-7' }: { readonly className?: string }) {
  return (
    <svg className={`shrink-0 ${className}`} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        className="fill-none stroke-on-accent"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M14 23H8.5V8.5h15V13M12 13h6M12 17h3"
      />
      <path
        className="fill-none stroke-on-accent"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m17.5 20.5 2.75 2.75 4.75-5.5"
      />
    </svg>
  )
}

export function Brand() {
  return (
    <span className="flex items-center gap-2.5 font-semibold text-lg tracking-tight">
      <BrandMark />
      Certboard
    </span>
  )
}
