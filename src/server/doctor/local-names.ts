import { isIP } from 'node:net';

/** Names and addresses of this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^127\./.test(hostname) || hostname === '[::1]';
}

/** Names and addresses that nobody outside can reach. */
export function isLocal(hostname: string): boolean {
  if (isLoopback(hostname)) return true;
  if (isIP(hostname)) return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)/.test(hostname);
  return !hostname.includes('.') || /\.(local|internal|test|lan|home)$/.test(hostname);
}
