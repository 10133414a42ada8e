import 'server-only'

/** What is told to people who are not looking at Certboard. */
export interface Notification {
  /** The same whenever the same thing is told, so that it is told once, for example `certificate.expires/<id>/7`. */
  readonly id: string
  /** What it is about, as programs know it, for example `certificate.expires`. */
  readonly type: string
  /** One line. */
  readonly subject: string
  /** Plain text. */
  readonly text: string
  /** The same for programs; only webhooks get it. */
  readonly data: Readonly<Record<string, unknown>>
}
