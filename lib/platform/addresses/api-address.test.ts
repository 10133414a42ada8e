import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAppError } from '#lib/platform/errors/index'
import { apiAddressOf, isWrite } from './api-address'
import { serviceHosts } from './service-hosts'

const place = { organization: 'contoso', defaultProject: 'Store front' }
const of = (path: string) => apiAddressOf({ path, host: 'dev.azure.com' }, place)

function refusalOf(path: string): string {
  try {
    return `goes to ${of(path).url}`
  } catch (error) {
    return isAppError(error) ? error.code : String(error)
  }
}

describe('what a person types becomes the address below the organization', () => {
  test.each([
    ['_apis/projects', 'https://dev.azure.com/contoso/_apis/projects'],
    ['/_apis/projects?$top=5', 'https://dev.azure.com/contoso/_apis/projects?$top=5'],
    [
      'Fabrikam Fiber/Team 1/_apis/work/boards',
      'https://dev.azure.com/contoso/Fabrikam%20Fiber/Team%201/_apis/work/boards',
    ],
    ['_APIS/Projects/', 'https://dev.azure.com/contoso/_APIS/Projects/'],
    ['https://dev.azure.com/Contoso/_apis/projects', 'https://dev.azure.com/contoso/_apis/projects'],
    ['GET https://dev.azure.com/{organization}/_apis/projects', 'https://dev.azure.com/contoso/_apis/projects'],
    ['dev.azure.com/contoso/_apis/projects\u200b', 'https://dev.azure.com/contoso/_apis/projects'],
    ['_apis/search?q={"a":1}', 'https://dev.azure.com/contoso/_apis/search?q={%22a%22:1}'],
    ['https://dev.azure.com/{organization}/_apis/projects', 'https://dev.azure.com/contoso/_apis/projects'],
    [
      'https://vssps.dev.azure.com/{organization}/_apis/graph/users?api-version=7.1-preview.1',
      'https://vssps.dev.azure.com/contoso/_apis/graph/users?api-version=7.1-preview.1',
    ],
    ['{project}/_apis/wit/fields', 'https://dev.azure.com/contoso/Store%20front/_apis/wit/fields'],
    [
      'https://contoso.visualstudio.com/DefaultCollection/_apis/projects',
      'https://dev.azure.com/contoso/_apis/projects',
    ],
    [
      'https://contoso.vssps.visualstudio.com/_apis/graph/users',
      'https://vssps.dev.azure.com/contoso/_apis/graph/users',
    ],
    ['//evil.example/_apis/projects', 'https://dev.azure.com/contoso/evil.example/_apis/projects'],
    ['Store/_odata/v4.0-preview/WorkItems', 'https://dev.azure.com/contoso/Store/_odata/v4.0-preview/WorkItems'],
  ])('%s', (typed, url) => {
    expect(of(typed).url.href).toBe(url)
  })

  test('with project, team and resource told apart, decoded', () => {
    expect(of('Fabrikam%20Fiber/_apis/wit/workItems/7')).toMatchObject({
      host: 'dev.azure.com',
      scope: ['Fabrikam Fiber'],
      resource: ['_apis', 'wit', 'workItems', '7'],
    })
  })
})

describe('what could lead elsewhere is refused', () => {
  test.each([
    ['https://evil.example/contoso/_apis/projects', 'console_host_refused'],
    ['https://dev.azure.com.evil.example/contoso/_apis/projects', 'console_host_refused'],
    ['https://dev.azure.com@evil.example/contoso/_apis/projects', 'console_address_invalid'],
    ['https://me:secret@dev.azure.com/contoso/_apis/projects', 'console_address_invalid'],
    ['https://dev.azure.com:8443/contoso/_apis/projects', 'console_host_refused'],
    ['http://dev.azure.com/contoso/_apis/projects', 'console_host_refused'],
    ['http://contoso.visualstudio.com/_apis/projects', 'console_host_refused'],
    ['https://me@contoso.visualstudio.com/_apis/projects', 'console_address_invalid'],
    ['ftp://dev.azure.com/contoso/_apis/projects', 'console_host_refused'],
    ['https://login.microsoftonline.com/contoso/_apis/projects', 'console_host_refused'],
    ['https://status.dev.azure.com/_apis/status/health', 'console_host_refused'],
    ['https://app.vssps.visualstudio.com/_apis/profile/profiles/me', 'console_other_organization'],
    ['https://dev.azure.com/fabrikam/_apis/projects', 'console_other_organization'],
    ['https://fabrikam.visualstudio.com/_apis/projects', 'console_other_organization'],
    ['../fabrikam/_apis/projects', 'console_other_organization'],
    ['%2e%2e/fabrikam/_apis/projects', 'console_other_organization'],
    ['.%2E/fabrikam/_apis/projects', 'console_other_organization'],
    ['..%2ffabrikam/_apis/projects', 'console_address_invalid'],
    ['%252e%252e%252ffabrikam/_apis/projects', 'console_address_invalid'],
    ['..\\fabrikam/_apis/projects', 'console_address_invalid'],
    ['a%5C..%5Cfabrikam/_apis/projects', 'console_address_invalid'],
    ['_apis/projects%00', 'console_address_invalid'],
    ['_apis/projects\r\nHost: evil.example', 'console_address_invalid'],
    ['_apis/%E0%A4%A', 'console_address_invalid'],
    ['_apis//projects', 'console_address_invalid'],
    ['_apis/projects#x', 'console_address_invalid'],
    ['projects', 'console_address_invalid'],
    ['a/b/c/_apis/projects', 'console_address_invalid'],
    ['{project}/_apis/wit/workItems/{id}', 'console_address_invalid'],
    [`{project}/_apis/wit/workItems/\${type}`, 'console_address_invalid'],
    ['https://', 'console_address_invalid'],
    ['_apis/projects?$top={$top}', 'console_address_invalid'],
    ['_apis/%2574okens/pats', 'console_address_invalid'],
    ...[
      ...['delegatedauth', 'oauth2', 'signedintoken', 'SignoutToken', 'token', 'tokenadmin', 'tokenadministration'],
      ...['tokenissue', 'tokens', 'webplatformauth', 'public/tokens'],
    ].map((area) => [`_apis/${area}/x`, 'console_credentials_refused']),
    ['_apis/tokens/pats', 'console_credentials_refused'],
    ['_apis/DelegatedAuth/SessionTokens', 'console_credentials_refused'],
    ['Store/_apis/%74okens/pats', 'console_credentials_refused'],
  ])('%s: %s', (typed, code) => {
    expect(refusalOf(typed)).toBe(code)
  })

  test('whatever is typed, no request leaves the organization or the hosts of Azure DevOps', () => {
    const piece = fc.constantFrom(
      ...[
        '..',
        '.',
        '/',
        '//',
        '\\',
        '%2e',
        '%2f',
        '%5c',
        '%25',
        '@',
        ':',
        '?',
        '#',
        ';',
        '&',
        ' ',
        '\t',
        '\n',
        '\u0000',
      ],
      ...[
        '_apis',
        '_odata',
        'contoso',
        'fabrikam',
        'https:',
        'http:',
        'dev.azure.com',
        'evil.example',
        '[::1]',
        '{project}',
      ],
      ...[
        'visualstudio.com',
        'contoso.visualstudio.com',
        '。',
        '／',
        '．',
        'ｅvil',
        '\u202e',
        '\u00ad',
        'xn--',
        '0x7f.1',
      ],
    )
    const some = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string({ maxLength: 4 })), { maxLength: 6 })
    // Half of them would do but for what is put into them.
    const before = fc.constantFrom('', '', 'https://dev.azure.com/contoso/', 'https://contoso.visualstudio.com/')
    const after = fc.constantFrom('', '/_apis/projects')
    const typed = fc.tuple(before, some, after).map(([start, pieces, end]) => [start, ...pieces, end])
    let sent = 0
    fc.assert(
      fc.property(typed, (pieces) => {
        let url: URL
        try {
          url = of(pieces.join('')).url
        } catch (error) {
          return isAppError(error)
        }
        sent++
        // Read again from its text, as whoever sends it does.
        const { protocol, port, username, password, hostname, pathname } = new URL(url.href)
        return (
          [protocol, port, username, password].join() === 'https:,,,' &&
          Object.hasOwn(serviceHosts, hostname) &&
          /^\/contoso\//i.test(pathname) &&
          !decodeURIComponent(pathname).split('/').includes('..')
        )
      }),
      { numRuns: 5000 },
    )
    expect(sent).toBeGreaterThan(100)
  })
})

describe('what only reads', () => {
  test.each([
    ['GET', '_apis/wit/workItems/7', false],
    ['POST', '_apis/wit/wiql', false],
    ['POST', 'Store/Team/_apis/wit/wiql', false],
    ['POST', '_apis/wit/workitemsbatch', false],
    ['POST', '_apis/wit/queriesbatch', false],
    ['POST', '_apis/wit/artifacturiquery', false],
    ['POST', 'Store/_apis/wit/reporting/workitemrevisions', false],
    ['POST', '_apis/security/permissionevaluationbatch', false],
    ['POST', '_apis/graph/subjectquery', false],
    ['POST', '_apis/search/workitemsearchresults', false],
    ['POST', '_apis/git/repositories/shop/commitsbatch', false],
    ['POST', '_apis/wit/workItems/wiql', true],
    ['POST', 'wiql/_apis/wit/$batch', true],
    ['POST', '_apis/git/repositories/wit/pushes', true],
    ['PATCH', '_apis/wit/wiql', true],
    ['DELETE', '_apis/wit/workItems/7', true],
  ])('%s %s: a write %s', (method, path, expected) => {
    expect(isWrite(method, of(path))).toBe(expected)
  })
})
