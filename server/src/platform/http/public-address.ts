import type { IncomingMessage } from 'node:http';

/** How people reach this server, without a slash at the end; response-headers.ts made sure of both headers. */
export function publicAddress({
  http,
  services,
}: {
  http: { request: IncomingMessage } | null;
  services: { config: { publicUrl?: string | undefined } };
}): string {
  const headers = http?.request.headers;
  if (services.config.publicUrl !== undefined || !headers) return services.config.publicUrl ?? '';
  return `${String(headers['x-forwarded-proto'] ?? 'http')}://${String(headers['x-forwarded-host'] ?? headers.host ?? '')}`;
}

/**
 * Where the pages of this server are, for addresses in answers: where nobody says how it is reached, as whoever asks
 * reached it; in a stream, which many share, as the server knows itself.
 */
export function pagesAddress(
  context: Parameters<typeof publicAddress>[0] & { services: { address(): string } },
): string {
  return publicAddress(context) || context.services.address();
}
