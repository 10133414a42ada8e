/** Line drawings on a 20 × 20 grid. They decorate words, so they are hidden from assistive technology. */
const drawings = {
  home: 'M3.5 9 10 3.5 16.5 9v7.5h-4.25v-4.5h-4.5v4.5H3.5z',
  list: 'M3.5 5.5h2m2.75 0h8.25M3.5 10h2m2.75 0h8.25M3.5 14.5h2m2.75 0h8.25',
  certificate:
    'M9 13.5H3.5v-9h13v4.25M6.5 7.5h7M6.5 10.25h3M13.75 15a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5m-1.5-.5V18l1.5-1 1.5 1v-3.5',
  bell: 'M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.25 1H4.25zM8.25 16.75a1.75 1.75 0 0 0 3.5 0M10 4.5V3',
  flask: 'M8 3.5h4M8.5 3.5v4.75L4.25 15.5c-.3.5.1 1 .6 1h10.3c.5 0 .9-.5.6-1L11.5 8.25V3.5M6.5 12.5h7',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6v4l2.75 2',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M8 8.25a2 2 0 1 1 3 1.75c-.7.4-1 .8-1 1.5m0 2.25v.01',
  leave: 'M8.5 3.5h-5v13h5M12.5 6.5 16 10l-3.5 3.5M16 10H7.5',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  close: 'm5 5 10 10M15 5 5 15',
  check: 'm4.5 10.5 3.75 3.75 7.25-8.5',
  alert: 'M10 3.5 17.25 16.5H2.75zM10 8.25v3.5m0 2.25v.01',
  cross: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7.5 7.5l5 5m0-5-5 5',
  skip: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7 10h6',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9.25v4.25m0-7v.01',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4',
  external: 'M11.5 3.5h5v5M16.5 3.5 9 11M8 4.5H3.5v12h12V12',
  download: 'M10 3.5v9m0 0L6.25 8.75M10 12.5l3.75-3.75M3.5 16.5h13',
  upload: 'M10 12.5v-9m0 0L6.25 7.25M10 3.5l3.75 3.75M3.5 16.5h13',
  plus: 'M10 4v12M4 10h12',
  trash: 'M3.5 5.5h13M8 5.5v-2h4v2M5.25 5.5l.75 11h8l.75-11M8.5 8.5v5m3-5v5',
  pencil: 'm12.5 4.5 3 3-8.75 8.75-3.5.5.5-3.5zM10.75 6.25l3 3',
  right: 'm7.5 4.5 5.5 5.5-5.5 5.5',
  left: 'M12.5 4.5 7 10l5.5 5.5',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  key: 'M7 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M10.25 10h6.25v3M13.5 10v2',
  play: 'M6.5 4v12l9.5-6z',
  search: 'M8.75 14.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5M13 13l4 4',
  link: 'M8.5 11.5a3 3 0 0 0 4.25 0l2.75-2.75A3 3 0 0 0 11.25 4.5l-1 1M11.5 8.5a3 3 0 0 0-4.25 0L4.5 11.25a3 3 0 0 0 4.25 4.25l1-1',
} as const

export type IconName = keyof typeof drawings

interface IconProps {
  readonly name: IconName
  readonly className?: string
}

export function Icon({ name, className = 'size-4' }: IconProps) {
  return (
    <svg
      className={`shrink-0 ${className}`}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
