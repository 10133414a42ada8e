import { z } from 'zod'

export const signInInput = z.object({ key: z.string().min(1, 'The link is incomplete').max(1024) })
