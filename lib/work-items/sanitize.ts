import 'server-only'
import sanitizeHtml from 'sanitize-html'

/**
 * Azure DevOps stores rich text as people pasted it. Only structure and harmless links stay; images need a signed-in
 * request that a browser cannot make, so their alternative text takes their place.
 */
export const sanitizeRichText = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: [
      ...['p', 'div', 'br', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote'],
      ...['ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'hr'],
    ],
    allowedAttributes: { a: ['href', 'rel', 'target'] },
    allowedSchemes: ['https', 'http', 'mailto'],
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer', target: '_blank' }),
      img: (_tag, { alt }) => ({ tagName: 'em', attribs: {}, text: alt ? `[image: ${alt}]` : '[image]' }),
    },
  })
