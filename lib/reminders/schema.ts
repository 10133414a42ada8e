import { z } from 'zod'

export const channels = ['email', 'webhook'] as const
/** A way to reach people who are not looking at Certboard. */
export type Channel = (typeof channels)[number]

const address = z.email().max(254)

const emails = z
  .array(z.string().trim())
  .max(20, 'At most 20 addresses')
  .superRefine((list, context) => {
    const wrong = list.find((one) => !address.safeParse(one).success)
    if (wrong !== undefined) context.addIssue({ code: 'custom', message: `“${wrong}” is not an e-mail address` })
  })

export const remindersInput = z.object({
  emails,
  /** Empty for none. */
  webhookUrl: z.string().trim().max(2048, 'At most 2,048 characters'),
})
export type RemindersInput = z.output<typeof remindersInput>

/** Whom a workspace has reminded, as its owners see it. */
export interface Reminders extends RemindersInput {
  /** Whether this Certboard has a mail server. */
  readonly sendsEmail: boolean
  /** With what the messages of a new webhook are signed; told once. */
  readonly newWebhookSecret?: string
}

export const channelInput = z.object({ channel: z.enum(channels) })

/** What became of a test message. */
export interface TestReceipt {
  /** E-mail addresses that the mail server refused, while it took others. */
  readonly refused: readonly string[]
}
