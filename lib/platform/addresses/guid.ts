const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i

export const isGuid = (text: string): boolean => guid.exec(text)?.[0].length === text.length

/** The first GUID in a text, in lower case. */
export const guidIn = (text: string): string | undefined => guid.exec(text)?.[0].toLowerCase()
