import 'server-only'

/** Features for users, machinery that users never see, or errands of an office. */
export type WorkKind = 'product' | 'technical' | 'office'

/** What a project works on. Subjects are singular or uncountable, so that every sentence around them is grammatical. */
export interface AreaVocabulary {
  readonly name: string
  /** What its work is like; `product`, if nothing is said. */
  readonly kind?: WorkKind
  /** Areas below it. */
  readonly parts?: readonly string[]
  readonly subjects: readonly string[]
}

export interface ProjectVocabulary {
  readonly areas: readonly AreaVocabulary[]
  readonly roles: readonly string[]
  /** Where or when a defect shows. */
  readonly circumstances: readonly string[]
  readonly goals: readonly string[]
  readonly tags: readonly string[]
}

export const storefront: ProjectVocabulary = {
  areas: [
    {
      name: 'Catalog',
      parts: ['Product pages', 'Search'],
      subjects: [
        'product comparison',
        'the size guide',
        'search autocomplete',
        'the filter panel',
        'stock display',
        'image zoom',
        'the category tree',
        'the review summary',
        'back-in-stock mail',
        'the similar-items list',
      ],
    },
    {
      name: 'Checkout',
      parts: ['Cart', 'Payments'],
      subjects: [
        'guest checkout',
        'the saved cart',
        'gift card balance',
        'the delivery date picker',
        'address validation',
        'invoice payment',
        'the voucher field',
        'card tokenization',
        'the order confirmation',
        'tax calculation',
        'the refund flow',
      ],
    },
    {
      name: 'Customer account',
      subjects: [
        'order history',
        'the wish list',
        'password reset',
        'sign-in with a passkey',
        'the address book',
        'consent management',
        'data export',
        'the loyalty balance',
      ],
    },
    {
      name: 'Platform',
      kind: 'technical',
      parts: ['Delivery pipeline', 'Observability'],
      subjects: [
        'the product feed import',
        'the image cache',
        'session storage',
        'the price service',
        'order event handling',
        'the staging environment',
        'rate limiting',
        'the search index rebuild',
        'the release pipeline',
      ],
    },
  ],
  roles: ['guests', 'returning customers', 'business customers', 'customer support', 'store managers'],
  circumstances: [
    'in Safari',
    'on small screens',
    'after the session has expired',
    'for guests',
    'with more than 100 entries',
    'in right-to-left languages',
    'when two tabs are open',
    'after going back in the browser',
    'for prices without tax',
    'during the nightly import',
    'with a screen reader',
    'when the network is slow',
  ],
  goals: ['Fewer abandoned carts', 'Open the shop in Norway', 'A faster first page', 'Accessible to everyone', 'Trust'],
  tags: [
    'conversion',
    'accessibility',
    'performance',
    'tech debt',
    'security',
    'legal',
    'customer request',
    'peak season',
  ],
}

export const fieldService: ProjectVocabulary = {
  areas: [
    {
      name: 'Dispatch',
      parts: ['Scheduling', 'Map'],
      subjects: [
        'the dispatch board',
        'route planning',
        'the shift calendar',
        'emergency assignment',
        'travel time estimation',
        'the technician map',
        'appointment confirmation',
        'skill matching',
      ],
    },
    {
      name: 'Mobile app',
      parts: ['Offline', 'Forms'],
      subjects: [
        'offline synchronization',
        'the job checklist',
        'photo upload',
        'signature capture',
        'the barcode scanner',
        'push notification',
        'the site access note',
        'time recording',
        'battery use',
      ],
    },
    {
      name: 'Parts and stock',
      subjects: [
        'van stock',
        'parts reservation',
        'the reorder proposal',
        'serial number tracking',
        'the returns label',
        'warranty lookup',
      ],
    },
    {
      name: 'Integrations',
      kind: 'technical',
      subjects: [
        'the invoice hand-over',
        'single sign-on',
        'the meter reading import',
        'customer master data',
        'the partner API',
        'the monthly report',
      ],
    },
  ],
  roles: ['technicians', 'dispatchers', 'warehouse staff', 'subcontractors', 'regional managers'],
  circumstances: [
    'without a connection',
    'after an app update',
    'on older tablets',
    'across time zones',
    'for jobs over midnight',
    'when two people edit the same job',
    'with large photos',
    'for subcontractors',
    'after the clocks change',
    'when the battery saver is on',
    'for sites without an address',
  ],
  goals: ['First visit solves it', 'Work a whole day offline', 'No paper on site', 'Partners on one platform'],
  tags: ['offline', 'field test', 'tech debt', 'security', 'partner', 'regression', 'pilot region', 'quick win'],
}

export const workplace: ProjectVocabulary = {
  areas: [
    {
      name: 'Devices',
      kind: 'office',
      subjects: ['laptop enrolment', 'the phone rollout', 'disk encryption', 'printer setup', 'the patch schedule'],
    },
    {
      name: 'Access',
      kind: 'office',
      subjects: [
        'guest access',
        'badge renewal',
        'the joiner checklist',
        'multifactor enrolment',
        'the quarterly access review',
        'shared mailbox ownership',
      ],
    },
    {
      name: 'Offices',
      kind: 'office',
      subjects: [
        'meeting room booking',
        'the desk plan',
        'visitor registration',
        'the Wi-Fi upgrade',
        'bicycle parking',
      ],
    },
    {
      name: 'Intranet',
      kind: 'office',
      subjects: ['the news page', 'the policy library', 'people search', 'the canteen menu', 'expense guidance'],
    },
  ],
  roles: ['new colleagues', 'visitors', 'the works council', 'team assistants', 'everyone in Gothenburg'],
  circumstances: ['in the Lisbon office', 'on the third floor', 'over VPN', 'for part-time staff', 'after the move'],
  goals: ['A good first day', 'One badge for all offices', 'Retire the file server'],
  tags: ['office move', 'compliance', 'vendor', 'budget 2027', 'waiting', 'onboarding'],
}
