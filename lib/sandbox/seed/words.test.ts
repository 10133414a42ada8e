import { expect, test } from 'vitest'
import { createWorld } from '.'
import { descriptionOf } from './texts'
import { wordsBesideSubject, wordsOf } from './words'

const { workItems } = createWorld({ seed: 1, items: 3000, now: new Date('2026-11-23T11:00:00Z') })

test('every word of a seeded text is known beside its subject, or is in the subject', () => {
  for (let id = 1; id <= workItems.count; id += 1) {
    for (const item of workItems.revisions(id)) {
      const texts = {
        title: String(item.field('System.Title')),
        tags: String(item.field('System.Tags') ?? ''),
        description: (descriptionOf(item) ?? '').replace(/<[^>]*>/g, ' '),
      }
      const subject = new Set(wordsOf(item.subject))
      for (const name of ['title', 'tags', 'description'] as const) {
        const known = wordsBesideSubject[name]
        expect(wordsOf(texts[name]).filter((word) => !known.has(word) && !subject.has(word))).toEqual([])
      }
    }
  }
})
