/** What stands before a letter in a shortcut on this machine. */
export const commandKey = /Mac|iP(hone|ad|od)/.test(navigator.userAgent) ? '⌘' : 'Ctrl+';
