/**
 * How long a browser keeps what a session's page was answered, in milliseconds: a day's session and its preparation. It is gone
 * before that when one signs out.
 */
export const IN_BROWSER_MS = 12 * 3_600_000
